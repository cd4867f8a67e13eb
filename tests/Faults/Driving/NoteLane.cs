using Tocsin.Tests.Load.Ledgers;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Faults.Driving;

/// <summary>One incident that gets a note again and again, whether the ones before were answered or not.</summary>
/// <param name="number">Which one it is, from 0.</param>
/// <param name="incident">Its id.</param>
/// <param name="every">How often.</param>
/// <param name="sender">How a note is sent.</param>
/// <param name="books">Where it is entered.</param>
/// <param name="elapsed">The time of the drive.</param>
public sealed class NoteLane(int number, string incident, TimeSpan every, PatientSender sender, Books books, Func<TimeSpan> elapsed)
{
    private readonly string _run = Guid.NewGuid().ToString("N");
    private int _unanswered;

    /// <summary>Runs until <paramref name="stop"/>, and until what was sent is settled.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var sent = new List<Task>();
        var due = elapsed() + (every * number / DriveLimits.Incidents);
        for (var note = 0; ; note++, due += every)
        {
            if (due - elapsed() is { Ticks: > 0 } wait)
                await Task.Delay(wait, CancellationToken.None);
            if (stop.IsCancellationRequested)
                break;
            if (_unanswered < DriveLimits.UnansweredMax)
                sent.Add(NoteAsync(note));
            else
                books.EnterHeldBack();
        }

        await Task.WhenAll(sent);
    }

    private async Task NoteAsync(int note)
    {
        Interlocked.Increment(ref _unanswered);
        var (stream, text, key) = ($"incident/{incident}", $"note {note}", $"{_run}-{note}");
        var deed = new Deed(
            "note",
            TimeSpan.Zero,
            HttpMethod.Post,
            $"/incidents/{incident}/notes",
            new { text },
            TimeProvider.System.GetUtcNow(),
            _ => [new Claim(stream, "NoteAdded", null, AnyTime: true, text)]);
        var reply = await sender.SendAsync(deed.Method, deed.Path, deed.Body, key, number + note);
        if (reply.Ok)
            books.Answers.Answered(number, elapsed());
        books.Enter(deed, key, reply);
        Interlocked.Decrement(ref _unanswered);
    }
}
