using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Course.Patterns;

/// <summary>
/// A real web server (Kestrel) in this process, on a free port of the loopback address, that answers every request after a delay: work
/// that is nothing but waiting. It counts what it serves, and how much of it at the same time.
/// </summary>
public sealed class DelayServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private int _now, _most, _served;

    private DelayServer(WebApplication application) => _application = application;

    /// <summary>Where it listens, e.g. <c>http://127.0.0.1:40613/</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public int Served => _served;

    /// <summary>The most requests that were being answered at the same moment since the last <see cref="Forget"/>.</summary>
    public int MostAtOnce => _most;

    /// <exception cref="FileNotFoundException">The ASP.NET Core runtime, which comes with the SDK, is not installed.</exception>
    public static async Task<DelayServer> StartAsync(TimeSpan delay)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        WebApplication application = builder.Build();
        var server = new DelayServer(application);
        application.Run(context => server.AnswerAsync(context, delay));
        await application.StartAsync().ConfigureAwait(false);
        server.Address = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return server;
    }

    /// <summary>Sets the counts to zero.</summary>
    public void Forget() => _most = _served = 0;

    public async ValueTask DisposeAsync() => await _application.DisposeAsync().ConfigureAwait(false);

    private async Task AnswerAsync(HttpContext context, TimeSpan delay)
    {
        int now = Interlocked.Increment(ref _now);
        for (int most = _most; now > most && Interlocked.CompareExchange(ref _most, now, most) != most; most = _most) { }
        await Task.Delay(delay).ConfigureAwait(false);
        Interlocked.Decrement(ref _now);
        Interlocked.Increment(ref _served);
        await context.Response.WriteAsync("done").ConfigureAwait(false);
    }
}
