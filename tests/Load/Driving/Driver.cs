using HdrHistogram;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Measuring;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Driving;

/// <summary>What all stories of a load share: its agenda, its connection to the gateways, and the books.</summary>
/// <param name="sender">Sends.</param>
/// <param name="agenda">When.</param>
/// <param name="delays">How long people take.</param>
public sealed class Driver(RequestSender sender, Agenda agenda, Delays delays)
{
    private readonly string run = $"load-{Guid.NewGuid():N}"[..21];
    private readonly LongConcurrentHistogram lag = new(1, (long)LatencyBook.Longest.TotalMicroseconds, 3);
    private long keys, lagWindow;

    /// <summary>When.</summary>
    public Agenda Agenda => agenda;

    /// <summary>How long people take.</summary>
    public Delays Delays => delays;

    /// <summary>Commands.</summary>
    public LatencyBook Commands { get; } = new();

    /// <summary>What was only asked: recommendations, duplicates.</summary>
    public LatencyBook Reads { get; } = new();

    /// <summary>Batches of positions.</summary>
    public LatencyBook Positions { get; } = new();

    /// <summary>The counts.</summary>
    public LoadCounts Counts { get; } = new();

    /// <summary>How late this program sent what it sent, in milliseconds.</summary>
    public LatencyFigures Lag => LatencyFigures.Of("own lateness", lag);

    /// <summary>The latest since this was last asked, in milliseconds.</summary>
    public double TakeLag() => Interlocked.Exchange(ref lagWindow, 0) / 1000.0;

    /// <summary>Waits for <paramref name="intended"/>, notes how late it is then, and answers when the request counts from.</summary>
    public async ValueTask<TimeSpan> WaitAsync(TimeSpan intended)
    {
        await agenda.UntilAsync(intended);
        var now = agenda.Now;
        if (agenda.Hurried && now < intended)
            return now;
        var late = LatencyBook.Value(now - intended);
        lag.RecordValue(late);
        if (late > Volatile.Read(ref lagWindow))
            Volatile.Write(ref lagWindow, late);
        return intended;
    }

    /// <summary>Sends a request that was meant for <paramref name="intended"/>, once for all its tries, and notes it.</summary>
    public async Task<Answer> SendAsync(string name, Request request, TimeSpan intended, string? expected)
    {
        var isRead = request.Method == HttpMethod.Get;
        var answer = await sender.SendAsync(request, isRead ? null : $"{run}-{Interlocked.Increment(ref keys)}");
        (isRead ? Reads : Commands)
            .Note(name, agenda.Now - intended, answer.Took, answer.Code, expected is not null && answer.Code == expected);
        if (answer.Tries > 1)
            Counts.Repeated(answer.Tries - 1);
        return answer;
    }

    /// <summary>Sends a batch of positions.</summary>
    public async Task<Answer> SendPositionsAsync(Request request, TimeSpan intended)
    {
        var answer = await sender.SendAsync(request, null);
        var code = answer.Ok && answer.Words.Count > 0 ? "rejected" : answer.Code;
        Positions.Note("positions", agenda.Now - intended, answer.Took, code, false);
        return answer;
    }
}
