using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Tocsin.Answers;
using Tocsin.Calling;
using Tocsin.Journal;
using Tocsin.Problems;
using Tocsin.Recording;
using Tocsin.Routing;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Live;

/// <summary>The live feed: <c>GET /api/v1/feed</c>, server-sent events.</summary>
internal static class FeedRoutes
{
    /// <summary>Its media type.</summary>
    public const string Media = "text/event-stream";

    private static readonly ApiOperation Operation = new(
        "followFeed",
        "Follow every event as it happens",
        """
        Server-sent events: every event after a position, once, in order. `id` is the position, `event` the kind, `data` the event with
        `view`, the board's item as of this event or newer, null when it is no longer on the board. An empty frame every 10 s at most
        carries the position that has been passed. `event: reporting` names units whose position reports are refused for more than 2 min, or
        are not any more. A client that reconnects with its last position misses nothing. `event: reset`: take
        the board anew. `event: cut` with a `code`: `tooSlow` (the client did not read), `unauthenticated` (the token expired), `blocked`
        (an administrator blocked the subject). 429: 20 feeds of this identity are open. 503: the gateway already has 10,000 clients, the
        last 500 of them dispatchers and supervisors.
        """)
    {
        Tag = "Live",
        Answer = ApiAnswer.Text(Media, LiveExamples.Feed),
        Query =
        [
            new("after", CommonParameters.Position, "Events after this position; absent: from now on. The header `Last-Event-ID` wins."),
            new(
                "epoch",
                () => CommonParameters.Text(GatewayLimits.CursorMax),
                "`epoch` of the board; if the journal's differs, the first frame is `reset`."),
            new("stations", List, "Only what concerns these stations, separated by commas; absent: of all."),
            new("kinds", List, "Only these kinds of events, separated by commas; absent: all."),
            new(
                "positions",
                () => CommonParameters.Text(GatewayLimits.CursorMax),
                "Positions of units, once a second: `none` (the default), `all`, or minLat,minLon,maxLat,maxLon."),
            new(
                "presence",
                CommonParameters.Flag,
                "Whether to tell who has which incident open; default false. Only roles of the centre are told."),
        ],
    };

    /// <summary>Maps it.</summary>
    public static void MapFeed(
        this IEndpointRouteBuilder routes, Responder responder, FeedSources live, IHostApplicationLifetime lifetime) =>
        routes.MapOperation(
            HttpMethods.Get,
            ApiOperation.BasePath + "/feed",
            http => Feed(http, responder, live, lifetime),
            Operation,
            Permission.ReadBoard);

    private static Microsoft.OpenApi.OpenApiSchema List() => CommonParameters.Text(FeedLimits.ListLengthMax);

    private static async Task Feed(HttpContext http, Responder responder, FeedSources live, IHostApplicationLifetime lifetime)
    {
        var errors = new FieldErrors();
        var query = FeedQuery.Read(http, Responder.ActorOf(http, Permission.ReadBoard), errors);
        if (errors.Any)
        {
            await responder.Refuse(http, Problem.Invalid(errors));
            return;
        }

        if (live.Places.TryEnter(query.Filter.Reader) is { } full)
        {
            await responder.Refuse(http, full);
            return;
        }

        try
        {
            await FollowAsync(http, query, live, lifetime);
        }
        finally
        {
            live.Places.Leave(query.Filter.Reader);
        }
    }

    private static async Task FollowAsync(HttpContext http, FeedQuery query, FeedSources live, IHostApplicationLifetime lifetime)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var picture = await BoardRoutes.PictureAsync(live.Follower, gone.Token);
        await OpenAsync(http);
        var stream = new FeedStream(http.Response.BodyWriter, query.Filter, (CallerPrincipal)http.User, live);
        var session = AccessMiddleware.Of(http, AccessWords.BeginFeed);
        live.Log.Add(session);
        try
        {
            if (await StartAsync(http, query, picture, live, gone.Token) is { } after)
                await stream.RunAsync(picture, after, gone.Token);
            else
                await http.Response.BodyWriter.WriteAsync(FrameText.Named("reset", "{}"u8), gone.Token);
        }
        catch (ConnectionAbortedException)
        {
            http.Abort();
        }
        catch (OperationCanceledException)
        {
            // The client has gone, or the gateway stops.
        }
        catch (Exception exception) when (GrainCaller.IsTransient(exception) || exception is ClusterUnavailableException)
        {
            // The client needs older events than memory has, and the journal is unavailable: it reconnects.
            http.Abort();
        }
        finally
        {
            live.Log.Add(session with { What = AccessWords.EndFeed, Fields = stream.Shown });
        }
    }

    private static async Task OpenAsync(HttpContext http)
    {
        // FeedStream itself detects slow clients, and tells them before it closes the connection.
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
        http.Response.ContentType = Media;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        await http.Response.StartAsync(http.RequestAborted);

        // The headers go out before the first frame, so that the client knows that it is connected.
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    // Null: the client's epoch is not that of the journal, or its position is beyond the journal's end.
    private static async Task<JournalPosition?> StartAsync(
        HttpContext http, FeedQuery query, BoardPicture picture, FeedSources live, CancellationToken gone)
    {
        if (query.Epoch is { } epoch && epoch != picture.Epoch)
            return null;
        if (query.After is not { } after)
            return picture.Position;
        while (!await BoardRoutes.ReachesAsync(live.Follower, picture, after, FeedLimits.BehindWait, live.Time, gone))
        {
            // Beyond the journal's end, or only ahead of this gateway, whose silo may have died just now: the journal decides.
            if (live.Follower.Picture != picture || await live.EndAsync(gone) < after)
                return null;
            await http.Response.BodyWriter.WriteAsync(FrameText.Passed(after.Value), gone);
        }

        return after;
    }
}
