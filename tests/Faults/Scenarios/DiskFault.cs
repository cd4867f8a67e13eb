using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Support.Disks;

namespace Tocsin.Tests.Faults.Scenarios;

/// <summary>
/// The disk of the embedded default is full for a while: commands are refused as unavailable, and when there is space again all goes on in
/// the same process.
/// </summary>
public sealed class DiskFault : EmbeddedFault
{
    private const int Megabytes = 256;
    private static readonly TimeSpan FullFor = TimeSpan.FromSeconds(5);
    private SmallDisk? _disk;

    /// <inheritdoc/>
    public override string Name => "disk";

    /// <inheritdoc/>
    public override FaultLimits Limits => FaultLimits.ProcessAway;

    private SmallDisk Disk => _disk ?? throw new InvalidOperationException("It was not opened.");

    /// <inheritdoc/>
    public override async Task BringAboutAsync(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var (struck, process, refused) = (course.Elapsed, Server.Pid, course.Unavailable);
        Disk.Fill();
        await course.WaitAsync("commands are refused as unavailable", () =>
        {
            // What the process itself gives back is taken again.
            Disk.Fill();
            return Task.FromResult(course.Unavailable > refused);
        });
        await Task.Delay(FullFor);
        Disk.Free();
        course.Over("disk full", struck);
        if (Server.HasExited || Server.Pid != process)
            course.Problems.Add("The process did not outlive its full disk.");
    }

    /// <inheritdoc/>
    protected override async Task<string> OpenFolderAsync()
    {
        try
        {
            _disk = await SmallDisk.MountAsync(Megabytes);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            throw new NotPermittedException($"A small disk cannot be mounted here: {e.Message}", e);
        }

        return _disk.Path;
    }

    /// <inheritdoc/>
    protected override async Task CloseFolderAsync()
    {
        if (_disk is not null)
            await _disk.DisposeAsync();
    }
}
