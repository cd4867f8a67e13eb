using System.Diagnostics;
using Tocsin.Telemetry;

namespace Tocsin.Journal.Writing;

/// <summary>
/// The span of one append. Many commands share a batch. Each has a span of its own, with its wait in the queue, the size of the batch and
/// the duration of the write, so that a trace is complete by itself.
/// </summary>
internal static class AppendSpan
{
    /// <summary>Whether the present command is traced.</summary>
    public static bool IsWanted => Spans.Source.HasListeners() && Activity.Current is { Recorded: true };

    /// <summary>Waits for an append inside its span.</summary>
    public static async Task<AppendResult> AroundAsync(WaitingAppend waiting, Task<AppendResult> answer, TimeProvider time)
    {
        using var span = Spans.Source.StartActivity(Spans.Append);
        try
        {
            var result = await answer;
            span?.SetTag("tocsin.journal.outcome", JournalMetrics.Word(result.Outcome));
            return result;
        }
        catch (Exception)
        {
            span?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            span?.SetTag("tocsin.journal.events", waiting.Append.Events.Count);
            if (waiting.BatchSize > 0)
            {
                span?.SetTag("tocsin.journal.batch.size", waiting.BatchSize);
                span?.SetTag("tocsin.journal.queue.seconds", time.GetElapsedTime(waiting.QueuedAt, waiting.SentAt).TotalSeconds);
                span?.SetTag("tocsin.journal.commit.seconds", time.GetElapsedTime(waiting.SentAt).TotalSeconds);
            }
        }
    }
}
