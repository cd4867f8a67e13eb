using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Tocsin.Answers;
using Tocsin.Bodies;
using Tocsin.Calling;
using Tocsin.Journal;
using Tocsin.Limits;
using Tocsin.OpenApi;
using Tocsin.Problems;
using Tocsin.SignIn;

namespace Tocsin.Live;

/// <summary>The live feed: <c>GET /api/v1/feed</c>, server-sent events.</summary>
internal static class FeedRoutes
{
    /// <summary>Its media type.</summary>
    public const string Media = "text/event-stream";

    /// <summary>Maps it.</summary>
    public static void MapFeed(this IEndpointRouteBuilder routes, Edge edge, FeedSources live, IHostApplicationLifetime lifetime) =>
        routes.MapRoute(HttpMethods.Get, Edge.BasePath + "/feed", http => Feed(http, edge, live, lifetime), new ApiRoute("Every event, once, in order, with the board's item as of it")
        {
            Tag = "Live",
            AnswerSchema = () => CommonParameters.Text(int.MaxValue),
            OtherMedia = [Media],
            Problems = [503],
            Query =
            [
                new("after", CommonParameters.Whole, "After this position; nothing: from now on. Also as the header Last-Event-ID."),
                new("epoch", () => CommonParameters.Text(EdgeLimits.CursorMax), "The board's: where the journal's differs, the first frame is `reset`."),
                new("stations", () => CommonParameters.Text(FeedLimits.ListLengthMax), "Only what concerns these stations, with commas between them."),
                new("kinds", () => CommonParameters.Text(FeedLimits.ListLengthMax), "Only these kinds of events, with commas between them."),
                new("positions", () => CommonParameters.Text(EdgeLimits.CursorMax), "`none` (default), `all`, or minLat,minLon,maxLat,maxLon: once a second."),
                new("presence", CommonParameters.Flag, "Whether to tell who has which incident open."),
            ],
        }, Deed.ReadBoard);

    private static async Task Feed(HttpContext http, Edge edge, FeedSources live, IHostApplicationLifetime lifetime)
    {
        var errors = new FieldErrors();
        var query = FeedQuery.Read(http, Edge.ActorOf(http, Deed.ReadBoard), errors);
        if (errors.Any)
        {
            await edge.Refuse(http, Problem.Invalid(errors));
            return;
        }

        if (live.Metrics.Clients >= FeedLimits.ClientsMax)
            throw new ClusterUnavailableException("This gateway has as many clients on the feed as it may have.");
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var picture = await BoardRoutes.PictureAsync(live.Follower, gone.Token);
        await OpenAsync(http);
        live.Metrics.Entered();
        try
        {
            if (await StartAsync(http, query, picture, live, gone.Token) is { } after)
                await new FeedStream(http.Response.BodyWriter, query.Filter, EndOf(http), live).RunAsync(picture, after, gone.Token);
            else
                await http.Response.BodyWriter.WriteAsync(FrameText.Named("reset", "{}"u8), gone.Token);
        }
        catch (ConnectionAbortedException)
        {
            http.Abort();
        }
        catch (OperationCanceledException)
        {
            // The client went, or the gateway stops.
        }
        catch (Exception exception) when (GrainCaller.IsPassing(exception) || exception is ClusterUnavailableException)
        {
            // Further back than memory reaches, and the journal is away: the client comes again.
            http.Abort();
        }
        finally
        {
            live.Metrics.Left();
        }
    }

    private static async Task OpenAsync(HttpContext http)
    {
        // Who is slow is judged by the feed, which says so before it hangs up.
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
        http.Response.ContentType = Media;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        await http.Response.StartAsync(http.RequestAborted);

        // Whoever waits for its first frame knows at least that it is connected.
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    // Null: the client's history is not this one.
    private static async Task<JournalPosition?> StartAsync(HttpContext http, FeedQuery query, BoardPicture picture, FeedSources live, CancellationToken gone)
    {
        if (query.Epoch is { } epoch && epoch != picture.Epoch)
            return null;
        if (query.After is not { } after)
            return picture.Position;
        while (!await BoardRoutes.ReachesAsync(live.Follower, picture, after, FeedLimits.BehindWait, live.Time, gone))
        {
            // Beyond the end of the journal, or only ahead of this gateway, whose silo may have died just now: the journal knows.
            if (live.Follower.Picture != picture || await live.EndAsync(gone) < after)
                return null;
            await http.Response.BodyWriter.WriteAsync(FrameText.Passed(after.Value), gone);
        }

        return after;
    }

    private static DateTimeOffset EndOf(HttpContext http) =>
        long.TryParse(http.User.FindFirst("exp")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.MaxValue;
}
