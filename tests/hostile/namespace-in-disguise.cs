// exercise: loop-order
// attack: writes a reserved namespace with an escape, to bring a module initialiser that the compiler believes
namespace Syst\u0065m.Runtime.CompilerServices
{
    [AttributeUsage(AttributeTargets.Method)]
    sealed class ModuleInitializerAttribute : Attribute { }
}

static class Brightness
{
    [System.Runtime.CompilerServices.ModuleInitializer]
    internal static void First()
    {
        while (true) { }
    }

    public static long SumOfSquares(CountedGrid image)
    {
        return 0;
    }
}
