using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Benchmarks.Whole;

/// <summary>Who the load speaks as.</summary>
internal sealed record Tokens(string Dispatcher, string Admin, string Feeder)
{
    public static async Task<Tokens> FetchAsync(Uri gateway)
    {
        using var http = new HttpClient { BaseAddress = gateway };
        return new Tokens(await OneAsync("dispatcher"), await OneAsync("admin"), await OneAsync("feeder"));

        Task<string> OneAsync(string role) => DevSignIn.TokenAsync(http, $"bench-{role}", role);
    }
}
