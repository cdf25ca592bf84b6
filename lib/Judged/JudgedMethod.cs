using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Judged;

/// <summary>
/// The judged method, called through machine code that boxes nothing and that the compiler cannot look into: neither the call nor its
/// result adds an allocation, and no call is left out because its result is not used.
/// </summary>
internal sealed class JudgedMethod
{
    private delegate void Thunk(object?[] arguments, nint method);

    private readonly Thunk _thunk;
    private readonly nint _pointer;
    private readonly FieldInfo? _result;
    private readonly bool _returnsTask;

    /// <exception cref="MissingMethodException">There is no such method, or it is called with other types; the message names what is missing.</exception>
    /// <param name="types">What it takes and returns, as <see cref="TypesOf"/> words it, for a name that several methods have.</param>
    public JudgedMethod(Assembly assembly, string entry, string types)
    {
        int dot = entry.LastIndexOf('.');
        (string typeName, string methodName) = (entry[..dot], entry[(dot + 1)..]);
        Type type = assembly.GetType(typeName) ?? throw new MissingMethodException($"There is no type {typeName}; the starter has it.");
        MethodInfo[] named = [.. type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(each => each.Name == methodName && !each.IsGenericMethod)];
        MethodInfo method = (named is [var only] ? only : named.FirstOrDefault(each => TypesOf(each.ToString()!) == types))
            ?? throw new MissingMethodException($"{typeName} needs a static method {methodName} with the types of the starter.");
        (Assembly, Signature) = (assembly, method.ToString()!);
        if (!ValueTypes.CanReturn(method.ReturnType) || method.GetParameters().Any(parameter => !ValueTypes.CanTravel(parameter.ParameterType)))
            throw new MissingMethodException($"{entry} takes or returns types that the starter does not have: {Signature}.");
        RuntimeHelpers.PrepareMethod(method.MethodHandle);
        _pointer = method.MethodHandle.GetFunctionPointer();
        _thunk = Emit(method);
        _returnsTask = typeof(Task).IsAssignableFrom(method.ReturnType);
        if (method.ReturnType != typeof(void)) _result = typeof(Slot<>).MakeGenericType(method.ReturnType).GetField(nameof(Slot<int>.Value))!;
    }

    /// <summary>A method's text without its name.</summary>
    public static string TypesOf(string signature) => signature.Split(' ')[0] + signature[Math.Max(0, signature.IndexOf('('))..];

    /// <summary>What the learner wrote.</summary>
    public Assembly Assembly { get; }

    public string Signature { get; }

    /// <summary>What the last call returned, or what the task holds that it returned.</summary>
    public object? Result => _result?.GetValue(null) switch
    {
        Task task => task.GetType().GetProperty(nameof(Task<int>.Result))?.GetValue(task),
        var value => value,
    };

    /// <summary>Calls the method and, where it returns a task, waits for its end.</summary>
    public void Call(object?[] arguments)
    {
        _thunk(arguments, _pointer);
        if (_returnsTask) ((Task)_result!.GetValue(null)!).GetAwaiter().GetResult();
    }

    private static Thunk Emit(MethodInfo method)
    {
        var thunk = new DynamicMethod("call", null, [typeof(object?[]), typeof(nint)], typeof(JudgedMethod).Module, skipVisibility: true);
        ILGenerator code = thunk.GetILGenerator();
        Type[] types = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        for (int i = 0; i < types.Length; i++)
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldc_I4, i);
            code.Emit(OpCodes.Ldelem_Ref);
            code.Emit(OpCodes.Unbox_Any, types[i]);
        }
        code.Emit(OpCodes.Ldarg_1);
        code.EmitCalli(OpCodes.Calli, CallingConventions.Standard, method.ReturnType, types, null);
        if (method.ReturnType != typeof(void)) code.Emit(OpCodes.Stsfld, typeof(Slot<>).MakeGenericType(method.ReturnType).GetField(nameof(Slot<int>.Value))!);
        code.Emit(OpCodes.Ret);
        return thunk.CreateDelegate<Thunk>();
    }

    /// <summary>Where the emitted code leaves the result, unboxed.</summary>
    private static class Slot<T>
    {
        public static T? Value = default;
    }
}
