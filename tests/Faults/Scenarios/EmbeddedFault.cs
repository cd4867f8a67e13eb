using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>A fault of the embedded default: one process, its data in a folder.</summary>
public abstract class EmbeddedFault : Fault
{
    private ServerProcess? _server;
    private string _data = "";

    /// <inheritdoc/>
    public override IReadOnlyList<Uri> Urls => [Server.Url];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Logs =>
        _server is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["embedded"] = Server.Output };

    /// <inheritdoc/>
    protected override IReadOnlyList<string> AuditOptions => ["--Tocsin:Mode", "Embedded", "--Tocsin:DataDirectory", _data];

    /// <summary>The process.</summary>
    protected ServerProcess Server => _server ?? throw new InvalidOperationException("It was not opened.");

    /// <inheritdoc/>
    public override async Task OpenAsync()
    {
        _data = await OpenFolderAsync();
        _server = ServerProcess.Embedded(_data);
        _server.Start();
        await _server.ReadyAsync();
    }

    /// <inheritdoc/>
    public override Task BeforeAsync() => Server.ReadyAsync();

    /// <inheritdoc/>
    protected override async Task CloseAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        await CloseFolderAsync();
    }

    /// <summary>Makes the data directory.</summary>
    protected abstract Task<string> OpenFolderAsync();

    /// <summary>Removes it.</summary>
    protected abstract Task CloseFolderAsync();
}
