using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Course.Profile.Layouts;

/// <summary>Asks the runtime where it has put a field: the distance between two addresses inside one object.</summary>
internal static class FieldOffsets
{
    /// <summary>Instance fields, the base classes' included, with their offset behind the type pointer or from the struct's first byte.</summary>
    public static IEnumerable<(FieldInfo Field, int Offset)> Of(Type type)
    {
        object instance = RuntimeHelpers.GetUninitializedObject(type);
        GC.SuppressFinalize(instance);
        for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType)
            foreach (FieldInfo field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                yield return (field, (int)Distance(field)(instance));
    }

    /// <summary>The bytes that a field of the type, an element of its array or a local variable takes.</summary>
    public static int SizeOf(Type type) => type.IsValueType && !type.IsPointer
        ? (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)! : nint.Size;

    /// <summary>Both addresses are managed references until they are subtracted, so that the collector may move the object in between.</summary>
    private static Func<object, nint> Distance(FieldInfo field)
    {
        var method = new DynamicMethod("Distance", typeof(nint), [typeof(object)], typeof(FieldOffsets), skipVisibility: true);
        ILGenerator il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        if (field.DeclaringType!.IsValueType) il.Emit(OpCodes.Unbox, field.DeclaringType);
        il.Emit(OpCodes.Ldflda, field);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldflda, typeof(FirstByte).GetField(nameof(FirstByte.Value))!);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<object, nint>>();
    }

    /// <summary>Any object seen as one whose first field is a byte: its address is the first one behind the type pointer.</summary>
    private sealed class FirstByte
    {
#pragma warning disable CS0649 // Only its address is asked for.
        public byte Value;
#pragma warning restore CS0649
    }
}
