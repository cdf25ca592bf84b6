using System.Reflection;

namespace Course.Tests;

/// <summary>Calls one static method without arguments: <c>dotnet Course.Tests.dll Namespace.Type Method</c>. See <see cref="ChildProcess"/>.</summary>
public static class Program
{
    public static int Main(string[] args)
    {
        if (args is not [string type, string method])
        {
            Console.Error.WriteLine("Usage: Course.Tests TYPE METHOD. To run the tests, use dotnet test.");
            return 2;
        }
        try
        {
            Assembly.GetExecutingAssembly().GetType(type, throwOnError: true)!
                .GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
                .Invoke(null, null);
            return 0;
        }
        catch (TargetInvocationException failure)
        {
            Console.Error.WriteLine(failure.InnerException);
            return 1;
        }
    }
}
