using Tocsin.Answers;
using Tocsin.Calling;
using Tocsin.Journal;
using Tocsin.JsonBodies;
using Tocsin.Limits;
using Tocsin.PastBoards;
using Tocsin.Problems;
using Tocsin.Queries;
using Tocsin.Recording;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Live;

/// <summary>The board: <c>GET /api/v1/board</c>.</summary>
internal static class BoardRoutes
{
    private static readonly EnumType<BoardBy> By = EnumType.Of<BoardBy>();
    private static readonly CostlyRead Past = new("pastBoards", GatewayLimits.PastBoardsAtOnce);

    // What the items of the board have; it is read so often that it is not looked through each time.
    private static readonly uint Personal = PersonalFields.Of("location", "summary", "position");

    private static readonly ApiOperation Operation = new(
        "getBoard",
        "Read the whole board",
        """
        Open incidents, units on duty and open directives, as of one position of the journal, from memory. A client then follows the
        feed after that position, and replaces items by id and version. With `at` it is a past board, which may take up to a minute; of one
        identity two may be under way, else 429. A unit or a station gets what is its own. While the database is unavailable the header
        `Tocsin-As-Of` names the position.
        """)
    {
        Tag = "Live",
        Cost = static request => request.Query.ContainsKey("at") ? RequestCosts.PastBoard : RequestCosts.Usual,
        Answer = new ApiAnswer(typeof(BoardAnswer), LiveExamples.Board)
        {
            Lists = [.. BoardSections.All.Select(s => new ApiList(s.Section.Name, s.Section.Item, s.Section.Description))],
        },
        Query =
        [
            new("at", CommonTypes.Instant.Schema, "As it was at this past time; absent: now."),
            new(
                "by",
                By.Schema,
                "With `at` only. `recorded` (the default): as it was known; `occurred`: as it really was, for imported days."),
        ],
    };

    /// <summary>Maps it.</summary>
    public static void MapBoard(this IEndpointRouteBuilder routes, Responder responder, BoardFollower follower) => routes.MapOperation(
        HttpMethods.Get, ApiOperation.BasePath + "/board", http => Board(http, responder, follower), Operation, Permission.ReadBoard);

    /// <summary>The board in memory; waits up to 2 s until it is loaded.</summary>
    /// <exception cref="ClusterUnavailableException">It is not loaded yet.</exception>
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

    /// <summary>Waits until the board has reached a position.</summary>
    /// <returns>False when it did not in time, or was replaced by that of another epoch.</returns>
    public static async Task<bool> ReachesAsync(
        BoardFollower follower, BoardPicture picture, JournalPosition position, TimeSpan wait, TimeProvider time, CancellationToken gone)
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

    private static async Task Board(HttpContext http, Responder responder, BoardFollower follower)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(http, errors).Only("at", "by");
        var (at, by) = (query.Instant("at"), query.Word("by", By));
        if (by is not null && at is null && !errors.Any)
            errors.AddBelow("by", ErrorCodes.Malformed, "is allowed only together with at");
        var reader = Responder.ActorOf(http, Permission.ReadBoard);
        if (at is { } past)
        {
            var read = responder.Costly.Of(
                http,
                Past,
                (key, gone) => responder.Grains.GetGrain<IPastBoardGrain>(key).At(past, by ?? BoardBy.Recorded, reader, gone));
            await responder.AnswerText(http, errors, read, CallPolicy.Report);
            return;
        }

        if (errors.Any)
        {
            await responder.Refuse(http, Problem.Invalid(errors));
            return;
        }

        var picture = await PictureAsync(follower, http.RequestAborted);
        await FreshenAsync(http, responder, follower, picture);
        Looked.At(http)?.Show(Personal);
        var body = picture.Write(reader);
        AnswerWriter.MarkPrivate(http);
        http.Response.ContentType = AnswerWriter.Json;
        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }

    // A client finds on the board what it has just written. Where the journal's end is not known, the board is answered as it is, with
    // its position.
    private static async Task FreshenAsync(HttpContext http, Responder responder, BoardFollower follower, BoardPicture picture)
    {
        try
        {
            var end = await GrainCaller.Start(_ => responder.Grains.GetGrain<ILiveGrain>(0).End(), 1)
                .WaitAsync(FeedLimits.FreshWait, responder.Time, http.RequestAborted);
            if (await ReachesAsync(follower, picture, end, FeedLimits.FreshWait, responder.Time, http.RequestAborted))
                return;
        }
        catch (Exception exception) when (GrainCaller.IsTransient(exception))
        {
            // The board is answered with its position, below.
        }

        AnswerWriter.MarkAsOf(http, picture.Position);
    }
}
