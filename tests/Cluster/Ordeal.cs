using System.Globalization;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Cluster;

/// <summary>Full load while something is broken, and the judgement afterwards: every acknowledged command is there once, chains are whole, every incident goes on.</summary>
internal static class Ordeal
{
    private const int Lanes = 16;

    /// <summary>How many acknowledged commands show that the load is on.</summary>
    private const int UnderWay = 50;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    /// <summary>How often each fault is brought about: <c>TOCSIN_REPEAT</c>, 1 unless it is set.</summary>
    public static int Repeats => int.TryParse(Environment.GetEnvironmentVariable("TOCSIN_REPEAT"), CultureInfo.InvariantCulture, out var n) ? n : 1;

    /// <summary>Drives load for some seconds, brings the fault about, and judges.</summary>
    /// <param name="urls">The gateways.</param>
    /// <param name="seconds">How long the load lasts.</param>
    /// <param name="fault">What befalls them meanwhile.</param>
    /// <param name="audit">Audits the journal, while all goes on; see <see cref="JournalAuditing"/>.</param>
    public static async Task PassAsync(IReadOnlyList<Uri> urls, int seconds, Func<Task> fault, Func<Task> audit)
    {
        var ledger = Path.GetTempFileName();
        try
        {
            await using (var load = StartLoad(urls, seconds, ledger))
            {
                await UnderWayAsync(ledger);
                await fault();
                var (exit, output) = await load.EndAsync(Limit);
                Assert.True(exit == 0, output);
            }

            await JudgeAsync(urls[0], ledger);
            await audit();
        }
        finally
        {
            File.Delete(ledger);
        }
    }

    /// <summary>Starts full load, which writes a ledger of what was acknowledged.</summary>
    public static LoadProgram StartLoad(IReadOnlyList<Uri> urls, int seconds, string ledger) => LoadProgram.Start(
    [
        "crash-load", "--seconds", $"{seconds}", "--lanes", $"{Lanes}", "--ledger", ledger, "--patience", "60",
        .. urls.SelectMany(u => new[] { "--url", u.ToString() }),
    ]);

    /// <summary>Checks that all of a ledger is there once, and goes on.</summary>
    public static async Task JudgeAsync(Uri url, string ledger)
    {
        await using var check = LoadProgram.Start("check-ledger", ledger, "--url", url.ToString(), "--go-on");
        var (verdict, said) = await check.EndAsync(Limit);
        Assert.True(verdict == 0, said);
        Assert.True(new FileInfo(ledger).Length > 0, "The ledger is empty: nothing was tried.");
    }

    /// <summary>Waits until the load is on.</summary>
    public static async Task UnderWayAsync(string ledger)
    {
        for (var waited = TimeSpan.Zero; waited < StartLimit; waited += Poll)
        {
            await using (var file = new FileStream(ledger, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite))
            using (var reader = new StreamReader(file))
            {
                var lines = 0;
                while (lines < UnderWay && await reader.ReadLineAsync() is not null)
                    lines++;
                if (lines >= UnderWay)
                    return;
            }

            await Task.Delay(Poll);
        }

        throw new TimeoutException("The load did not begin.");
    }
}
