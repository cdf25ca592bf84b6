using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Course.Profile;
using Course.Profile.Layouts;
using Course.Tests.Measure;

namespace Course.Tests.Profile.Layouts;

#pragma warning disable CS0649 // Fields that are laid out and never used.

public class ObjectLayoutTests
{
    private class Base { public byte Flag; public long Wide; }

    private sealed class Derived : Base { public int Count; public string Name { get; set; } = ""; public bool Ready; }

    private sealed class Empty;

    private struct Loose { public byte A; public long B; public byte C; }

    private struct Tight { public long B; public byte A, C; }

    [StructLayout(LayoutKind.Explicit)]
    private struct Union { [FieldOffset(0)] public int Number; [FieldOffset(0)] public float Real; [FieldOffset(6)] public short Tail; }

    private ref struct OnStack { public int N; }

    private abstract class Half;

    public static TheoryData<Type> Types() => [typeof(Derived), typeof(Empty), typeof(Loose), typeof(Tight), typeof(Union), typeof(Guid), typeof(DateTime), typeof(decimal),
        typeof(List<int>), typeof(Dictionary<string, long>), typeof(Version), typeof((byte, int, byte)), typeof(KeyValuePair<int, string>), typeof(Exception), typeof(object), typeof(Thread)];

    [Theory, MemberData(nameof(Types))]
    public void Pieces_cover_every_byte_and_no_field_hangs_over(Type type)
    {
        ObjectLayout layout = ObjectLayout.Of(type);
        var covered = new bool[layout.Bytes];
        foreach (LayoutPiece piece in layout.Pieces)
            for (int i = 0; i < piece.Bytes; i++) covered[piece.Offset + i] = true;
        Assert.All(covered, Assert.True);
        Assert.True(type.IsValueType || (layout.Bytes % 8 == 0 && layout.Bytes >= 24));
    }

    [Fact]
    public void Offsets_are_those_that_addresses_show()
    {
        var loose = new Loose();
        foreach (var (name, at) in new[] { ("A", Offset(ref loose.A)), ("B", Offset(ref loose.B)), ("C", Offset(ref loose.C)) })
            Assert.Equal(at, ObjectLayout.Of<Loose>().Pieces.Single(piece => piece.Name == name).Offset);
        Assert.Equal((24, 14), (ObjectLayout.Of<Loose>().Bytes, ObjectLayout.Of<Loose>().PaddingBytes));
        Assert.Equal((16, 6), (ObjectLayout.Of<Tight>().Bytes, ObjectLayout.Of<Tight>().PaddingBytes));
        Assert.Equal([0, 0, 4, 6], ObjectLayout.Of<Union>().Pieces.Select(piece => piece.Offset));
        var item = new Derived { Count = 5 };
        LayoutPiece count = ObjectLayout.Of<Derived>().Pieces.Single(piece => piece.Name == "Count");
        ref byte start = ref Unsafe.As<StrongBox<byte>>((object)item).Value;
        Assert.Equal(count.Offset - 16, Unsafe.ByteOffset(ref start, ref Unsafe.As<int, byte>(ref item.Count)));

        int Offset<T>(ref T field) => (int)Unsafe.ByteOffset(ref Unsafe.As<Loose, byte>(ref loose), ref Unsafe.As<T, byte>(ref field));
    }

    [Fact]
    public void An_object_is_as_large_as_the_allocator_makes_it()
    {
        Assert.Equal(ObjectLayout.Of<Derived>().Bytes, AllocatedBytes.Of(() => { for (int i = 0; i < 1000; i++) GC.KeepAlive(new Derived()); }) / 1000.0);
        Assert.Equal(24, ObjectLayout.Of<Empty>().Bytes);
        Assert.Contains("Name String", ObjectLayout.Of<Derived>().ToString());
    }

    [Theory]
    [InlineData(typeof(List<>), "say what it is filled with")]
    [InlineData(typeof(OnStack), "on the stack alone")]
    [InlineData(typeof(int[]), "its length decides")]
    [InlineData(typeof(Half), "no objects of exactly this type")]
    [InlineData(typeof(IDisposable), "no objects of exactly this type")]
    public void A_type_without_a_layout_says_why(Type type, string reason) =>
        Assert.Contains(reason, Assert.Throws<ProfileException>(() => ObjectLayout.Of(type)).Message);
}
