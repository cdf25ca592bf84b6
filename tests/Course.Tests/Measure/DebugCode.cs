using System.Diagnostics;
using System.Reflection;
using System.Reflection.Emit;

namespace Course.Tests.Measure;

/// <summary>A real assembly that asks not to be optimised, as a Debug build does.</summary>
internal static class DebugCode
{
    private static readonly Type Code = Build();

    public static Assembly Assembly => Code.Assembly;

    public static Action Work { get; } = Code.GetMethod("Work")!.CreateDelegate<Action>();

    private static Type Build()
    {
        var constructor = typeof(DebuggableAttribute).GetConstructor([typeof(DebuggableAttribute.DebuggingModes)])!;
        var debuggable = new CustomAttributeBuilder(constructor,
            [DebuggableAttribute.DebuggingModes.Default | DebuggableAttribute.DebuggingModes.DisableOptimizations]);
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("BuiltForDebugging"), AssemblyBuilderAccess.Run, [debuggable]);
        var type = assembly.DefineDynamicModule("Main").DefineType("Code", TypeAttributes.Public | TypeAttributes.Class);
        type.DefineMethod("Work", MethodAttributes.Public | MethodAttributes.Static, typeof(void), []).GetILGenerator().Emit(OpCodes.Ret);
        return type.CreateType();
    }
}
