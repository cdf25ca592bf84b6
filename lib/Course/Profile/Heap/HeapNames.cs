using System.Globalization;
using System.Reflection;
using Display;

namespace Course.Profile.Heap;

/// <summary>
/// Names for the runtime's type numbers of this process, and for the fields that may lead from one type to the next. The walk itself does
/// not say which field it went through, so a field's name stands only where the types leave no doubt.
/// </summary>
internal sealed class HeapNames(IReadOnlyDictionary<ulong, string> reported)
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private const int MostCandidates = 3;

    private readonly Dictionary<ulong, Type?> _types = [];
    private FieldInfo[]? _statics;

    public string this[ulong type] => TypeOf(type) is { } known ? NameOf(known) : reported.GetValueOrDefault(type, "an unnamed type");

    /// <summary>The numbers of types.</summary>
    public static HashSet<ulong> Of(params Type[] types) => [.. types.Select(type => (ulong)type.TypeHandle.Value)];

    /// <summary>A root in words; that of a static field comes as <c>static TYPE.field</c>, the type being the held object's number.</summary>
    public string Root(string kind)
    {
        if (kind.Split(' ', '.') is not ["static", var type, ..] || !ulong.TryParse(type, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ulong number)) return kind;
        string field = kind[(kind.IndexOf('.') + 1)..];
        string[] declaring = [.. StaticFields().Where(each => each.Name == field && TypeOf(number) is { } held && each.FieldType.IsAssignableFrom(held)).Select(each => NameOf(each.DeclaringType!))];
        return $"static {(declaring.Length is 0 or > MostCandidates ? "" : string.Join(" or ", declaring) + ".")}{PlainName(field)}";
    }

    /// <summary>The field of one type that may lead to the other; empty where there is none or a choice.</summary>
    public string Fields(ulong from, ulong to)
    {
        if (TypeOf(from) is not { IsArray: false } holder || TypeOf(to) is not { } held) return "";
        List<FieldInfo> fields = [];
        for (Type? type = holder; type is not null; type = type.BaseType) fields.AddRange(type.GetFields(Declared | BindingFlags.Instance));
        FieldInfo[] exact = [.. fields.Where(field => field.FieldType == held)];
        if (exact.Length == 0) exact = [.. fields.Where(field => field.FieldType.IsAssignableFrom(held))];
        return exact.Length == 1 ? PlainName(exact[0].Name) : "";
    }

    /// <summary>An automatic property's field carries the property's name in brackets.</summary>
    private static string PlainName(string field) => field.StartsWith('<') && field.IndexOf('>') is var end and > 1 ? field[1..end] : field;

    /// <summary>A type's number is the address of its description, from which the runtime makes the type again.</summary>
    private Type? TypeOf(ulong number)
    {
        if (_types.TryGetValue(number, out Type? known)) return known;
        try { known = number == 0 ? null : Type.GetTypeFromHandle(RuntimeTypeHandle.FromIntPtr((nint)number)); }
        catch (Exception unknown) when (unknown is ArgumentException or TypeLoadException or FileNotFoundException) { known = null; }
        return _types[number] = known;
    }

    /// <summary>Of everything that is not the framework's; only their names are read, so that no type is set up for it.</summary>
    private FieldInfo[] StaticFields() => _statics ??= [.. AppDomain.CurrentDomain.GetAssemblies()
        .Where(assembly => !assembly.IsDynamic && Path.GetDirectoryName(assembly.Location) != Path.GetDirectoryName(typeof(object).Assembly.Location))
        .SelectMany(TypesOf).SelectMany(type => type.GetFields(Declared | BindingFlags.Static)).Where(field => !field.FieldType.IsValueType && !field.IsLiteral)];

    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try { return assembly.GetTypes(); }
        catch (ReflectionTypeLoadException partly) { return partly.Types.OfType<Type>(); }
    }

    private static string NameOf(Type type)
    {
        if (type.IsArray) return NameOf(type.GetElementType()!) + "[]";
        // The object in which a lambda keeps the variables it uses.
        string name = type.Name.StartsWith("<>c", StringComparison.Ordinal) ? "lambda's variables" : type.Name.Split('`')[0];
        if (type.DeclaringType is { } outer && !type.IsGenericParameter && !IsCell(outer)) name = $"{NameOf(outer).Split('<')[0]}.{name}";
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : name;
    }

    /// <summary>The class that the kernel's compiler wraps around a cell is nothing that anybody wrote.</summary>
    private static bool IsCell(Type type) => type.Name == "Script" && CellAssemblies.Find(type.Assembly.GetName().Name!) is not null;
}
