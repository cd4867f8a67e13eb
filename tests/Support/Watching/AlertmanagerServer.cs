using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Support.Watching;

/// <summary>A real Alertmanager on a free port, with the configuration of <c>ops/alertmanager</c>; its receivers are not there.</summary>
public sealed class AlertmanagerServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly BackgroundProgram _program;

    private AlertmanagerServer(DirectoryInfo folder, BackgroundProgram program, Uri url) =>
        (_folder, _program, Url) = (folder, program, url);

    /// <summary>Where it answers.</summary>
    public Uri Url { get; }

    /// <summary>Starts one.</summary>
    public static async Task<AlertmanagerServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-alertmanager-");
        var url = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        var program = await BackgroundProgram.StartAsync(
            "prometheus-alertmanager",
            [
                $"--config.file={Checkout.Root}/ops/alertmanager/alertmanager.yml", $"--storage.path={folder.FullName}",
                $"--web.listen-address={url.Authority}", "--cluster.listen-address=", "--log.level=error",
            ],
            new Uri(url, "/-/ready"));
        return new AlertmanagerServer(folder, program, url);
    }

    /// <summary>SIGKILL.</summary>
    public Task KillAsync() => _program.KillAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
