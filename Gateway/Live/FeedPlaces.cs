using Tocsin.Commands;
using Tocsin.Limits;
using Tocsin.Problems;

namespace Tocsin.Live;

/// <summary>
/// The places on the feed of this gateway: a few for one identity, so many in all, and the last of them for those who dispatch, so that
/// others cannot take the board from them.
/// </summary>
internal sealed class FeedPlaces(FeedMetrics metrics, LimitMetrics limits)
{
    private readonly AtOnce _eachOnes = new(FeedLimits.ClientsOfOneMax);

    /// <summary>Takes a place; null: it is taken, until <see cref="Leave"/>.</summary>
    /// <returns>Why there is none.</returns>
    public Problem? TryEnter(Actor reader)
    {
        if (!_eachOnes.TryEnter(reader.Subject))
        {
            limits.Reached("feedsOfOne");
            return Problem.TooManyFeeds;
        }

        if (metrics.Entered() <= MaxFor(reader.Role))
            return null;
        Leave(reader);
        limits.Reached("feeds");
        return Problem.FeedFull;
    }

    /// <summary>Gives the place back.</summary>
    public void Leave(Actor reader)
    {
        metrics.Left();
        _eachOnes.Leave(reader.Subject);
    }

    private static int MaxFor(string role) => role is Roles.Dispatcher or Roles.Supervisor
        ? FeedLimits.ClientsMax
        : FeedLimits.ClientsMax - FeedLimits.ClientsKeptForDispatch;
}
