namespace Kernel.Formatting;

internal enum ShapeKind
{
    /// <summary>One text.</summary>
    Scalar,

    /// <summary>Texts in a row.</summary>
    List,

    /// <summary>Rows and columns.</summary>
    Table,

    /// <summary>Named members.</summary>
    Tree,
}
