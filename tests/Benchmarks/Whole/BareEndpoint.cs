using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>
/// The least that an answer over HTTP can cost: ASP.NET Core that reads a body and says nothing, in a process of its own.
/// </summary>
internal static class BareEndpoint
{
    private const string Word = "bare-endpoint";

    /// <summary>Whether this process is to be one: <c>--urls URL bare-endpoint</c>.</summary>
    public static bool IsAsked(string[] args) => args is ["--urls", _, Word];

    /// <summary>This program once more, not started yet.</summary>
    public static ServerProcess Process() => new(
        typeof(BareEndpoint).Assembly.Location, new Uri($"http://127.0.0.1:{FreePorts.Next()}"), [Word], new Dictionary<string, string>());

    /// <summary>Serves until it is killed.</summary>
    public static async Task<int> ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(args[1]);
        var app = builder.Build();
        app.Run(async http =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            http.Response.ContentLength = 2;
            await http.Response.WriteAsync("{}", http.RequestAborted);
        });
        await app.RunAsync();
        return 0;
    }
}
