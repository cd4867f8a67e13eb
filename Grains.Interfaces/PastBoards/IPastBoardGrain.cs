using Tocsin.Commands;
using Tocsin.Reading;

namespace Tocsin.PastBoards;

/// <summary>The board at a past moment. Stateless; its key is 0.</summary>
[Alias("tocsin.IPastBoardGrain")]
public interface IPastBoardGrain : IGrainWithIntegerKey
{
    /// <summary>The board at an instant, as <c>GET /board</c> answers it. Takes as long as a report may.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="by">Which past.</param>
    /// <param name="reader">Who asks.</param>
    [Alias("At"), ResponseTimeout("00:01:00")]
    Task<Thing> At(DateTimeOffset at, BoardBy by, Actor reader);
}
