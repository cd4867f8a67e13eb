using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Support.Watching;

/// <summary>The probe, as the process of its own that it is.</summary>
public static class ProbeProcess
{
    /// <summary>Starts one that goes round some gateways.</summary>
    /// <param name="gateways">The gateways; they hand out tokens.</param>
    public static async Task<(BackgroundProgram Program, Uri Url)> StartAsync(IEnumerable<Uri> gateways)
    {
        var url = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        var program = await BackgroundProgram.StartAsync(
            "dotnet",
            [
                Checkout.Gateway, "probe", .. gateways.SelectMany(g => new[] { "--url", g.ToString() }),
                "--dev-key-file", DevSignIn.KeyFile, "--metrics-url", url.ToString(),
            ],
            new Uri(url, "/healthz/live"));
        return (program, url);
    }
}
