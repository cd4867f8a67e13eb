using Tocsin.Commands;
using Tocsin.Reading;

namespace Tocsin.PastBoards;

/// <summary>
/// Makes the board of a past moment. Stateless; its key is any number, another one for each question: so a cancellation reaches its
/// question.
/// </summary>
[Alias("tocsin.IPastBoardGrain")]
public interface IPastBoardGrain : IGrainWithIntegerKey
{
    /// <summary>The board at an instant, as <c>GET /board</c> answers it. Takes up to a minute, as a report may.</summary>
    /// <param name="at">The instant, UTC.</param>
    /// <param name="by">Whether it shows what was known or what had happened.</param>
    /// <param name="reader">The person who asks.</param>
    /// <param name="gone">Cancelled when nobody waits for it any more: then it leaves the queue, or stops where it is.</param>
    /// <exception cref="Journal.JournalUnavailableException">As many wait on this silo as may.</exception>
    [Alias("At"), ResponseTimeout("00:01:00")]
    Task<Thing> At(DateTimeOffset at, BoardBy by, Actor reader, CancellationToken gone = default);
}
