using System.Globalization;
using Tocsin.Tests.Support.Processes;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Cluster;

/// <summary>
/// Load while something is broken, and the judgement afterwards: every acknowledged command is there once, chains are whole, every
/// incident goes on.
/// </summary>
internal static class Ordeal
{
    /// <summary>How many clients command at once: enough that the two cores of CI are busy, and those who start get their share.</summary>
    private const int Lanes = 6;

    /// <summary>So many more acknowledged commands show that the load is on.</summary>
    private const int UnderWay = 50;

    private static readonly string Patience = ((int)Until.Cap.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    /// <summary>How often each fault is brought about: <c>TOCSIN_REPEAT</c>, 1 unless it is set.</summary>
    public static int Repeats =>
        int.TryParse(Environment.GetEnvironmentVariable("TOCSIN_REPEAT"), CultureInfo.InvariantCulture, out var n) ? n : 1;

    /// <summary>Drives load, brings the fault about while it is on, lets it go on for some seconds, and judges.</summary>
    /// <param name="urls">The gateways.</param>
    /// <param name="seconds">How long the load goes on after the fault.</param>
    /// <param name="fault">What befalls them meanwhile.</param>
    /// <param name="audit">Audits the journal, while all goes on; see <see cref="JournalAuditing"/>.</param>
    public static async Task PassAsync(IReadOnlyList<Uri> urls, int seconds, Func<Task> fault, Func<Task> audit)
    {
        var ledger = Path.GetTempFileName();
        try
        {
            await using (var load = StartLoad(urls, ledger))
            {
                await UnderWayAsync(load, ledger);
                await fault();
                await Task.Delay(TimeSpan.FromSeconds(seconds));
                await UnderWayAsync(load, ledger);
                var (exit, output) = await load.EndAsync();
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

    /// <summary>
    /// Starts load, which writes a ledger of what was acknowledged and goes on until <see cref="LoadProgram.EndAsync"/>.
    /// </summary>
    public static LoadProgram StartLoad(IReadOnlyList<Uri> urls, string ledger) => LoadProgram.Start(
    [
        "crash-load", "--until-input-ends", "--lanes", $"{Lanes}", "--ledger", ledger, "--patience", Patience,
        .. urls.SelectMany(u => new[] { "--url", u.ToString() }),
    ]);

    /// <summary>Checks that all of a ledger is there once, and goes on.</summary>
    public static async Task JudgeAsync(Uri url, string ledger)
    {
        await using var check = LoadProgram.Start("check-ledger", ledger, "--url", url.ToString(), "--go-on");
        var (verdict, said) = await check.EndAsync();
        Assert.True(verdict == 0, said);
        Assert.True(new FileInfo(ledger).Length > 0, "The ledger is empty: nothing was tried.");
    }

    /// <summary>Waits until so many more commands were acknowledged that the load is seen to be on.</summary>
    public static async Task UnderWayAsync(LoadProgram load, string ledger)
    {
        var before = await EntriesAsync(ledger);
        var now = before;
        await Until.HoldsAsync(
            $"{UnderWay} commands more are acknowledged",
            async () => (now = await EntriesAsync(ledger)) >= before + UnderWay,
            () => $"It were {now - before}.",
            () => load.HasExited ? "the load has ended" : null,
            stop: TestContext.Current.CancellationToken);
    }

    private static async Task<int> EntriesAsync(string ledger)
    {
        await using var file = new FileStream(ledger, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var entries = 0;
        while (await reader.ReadLineAsync() is not null)
            entries++;
        return entries;
    }
}
