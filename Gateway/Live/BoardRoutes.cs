using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Calling;
using Tocsin.Journal;
using Tocsin.OpenApi;
using Tocsin.PastBoards;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.SignIn;

namespace Tocsin.Live;

/// <summary>The board: <c>GET /api/v1/board</c>.</summary>
internal static class BoardRoutes
{
    private static readonly WordKind<BoardBy> By = Words.Of<BoardBy>();

    /// <summary>Maps it.</summary>
    public static void MapBoard(this IEndpointRouteBuilder routes, Edge edge, BoardFollower follower) =>
        routes.MapRoute(HttpMethods.Get, Edge.BasePath + "/board", http => Board(http, edge, follower), new ApiRoute("The whole picture as of a position of the journal")
        {
            Tag = "Live",
            Answer = typeof(BoardAnswer),
            Query =
            [
                new("at", CommonKinds.Instant.Schema, "At this past moment; nothing: now."),
                new("by", () => By.Schema(), "`recorded` (default): as it was known then; `occurred`: as it really was, for imported days."),
            ],
            Problems = [503],
        }, Deed.ReadBoard);

    /// <summary>The picture, as soon as there is one.</summary>
    /// <exception cref="ClusterUnavailableException">There is none yet.</exception>
    public static async Task<BoardPicture> PictureAsync(BoardFollower follower, CancellationToken gone)
    {
        for (var waited = 0; waited < 2; waited++)
        {
            var moved = follower.Moved;
            if (follower.Picture is { } picture)
                return picture;
            await moved.WaitAsync(gone);
        }

        return follower.Picture ?? throw new ClusterUnavailableException("The board is being loaded.");
    }

    /// <summary>Waits until the picture has come as far as a position; false when it does not in time.</summary>
    public static async Task<bool> ReachesAsync(BoardFollower follower, BoardPicture picture, JournalPosition position, TimeSpan wait, TimeProvider time, CancellationToken gone)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var moved = follower.Moved;
            if (picture.Position >= position)
                return true;
            var left = wait - time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero || follower.Picture != picture)
                return false;
            await moved.WaitAsync(left, time, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            gone.ThrowIfCancellationRequested();
        }
    }

    private static async Task Board(HttpContext http, Edge edge, BoardFollower follower)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("at", "by");
        var (at, by) = (query.Instant("at"), query.Word("by", By));
        if (by is not null && at is null && !errors.Any)
            errors.AddBelow("by", ErrorCodes.Malformed, "says something only together with at");
        var reader = Edge.ActorOf(http, Deed.ReadBoard);
        if (at is { } past)
        {
            await edge.AnswerText(http, errors, () => edge.Grains.GetGrain<IPastBoardGrain>(0).At(past, by ?? BoardBy.Recorded, reader), CallPolicy.Report);
            return;
        }

        if (errors.Any)
        {
            await edge.Refuse(http, Problem.Invalid(errors));
            return;
        }

        var picture = await PictureAsync(follower, http.RequestAborted);
        await FreshenAsync(http, edge, follower, picture);
        var body = picture.Write(reader);
        AnswerWriter.MarkPrivate(http);
        http.Response.ContentType = AnswerWriter.Json;
        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }

    // Whoever has just written something finds it here. Where the end cannot be had, the picture is what there is, and says as of when.
    private static async Task FreshenAsync(HttpContext http, Edge edge, BoardFollower follower, BoardPicture picture)
    {
        try
        {
            var end = await GrainCaller.Start(_ => edge.Grains.GetGrain<ILiveGrain>(0).End(), 1).WaitAsync(FeedLimits.FreshWait, edge.Time, http.RequestAborted);
            if (await ReachesAsync(follower, picture, end, FeedLimits.FreshWait, edge.Time, http.RequestAborted))
                return;
        }
        catch (Exception exception) when (GrainCaller.IsPassing(exception))
        {
            // Said below.
        }

        AnswerWriter.MarkAsOf(http, picture.Position);
    }
}
