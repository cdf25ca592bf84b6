using System.Reflection;

namespace Kernel.Session.Compiling;

/// <summary>A top-level variable of some cell.</summary>
internal sealed record Variable(string Name, FieldInfo Field, object? Owner)
{
    public Type Type => Field.FieldType;

    public object? Value => Field.IsStatic || Owner is not null ? Field.GetValue(Owner) : null;
}
