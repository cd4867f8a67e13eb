using Microsoft.Extensions.Logging;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Reading;

namespace Tocsin.Calls;

/// <summary>Reads of calls, with the caller's number for those who may see it.</summary>
internal sealed partial class CallReads(
    ThingReads things,
    IJournalQueries queries,
    PersonalData personal,
    ICallInvolvement involvement,
    TimeProvider time,
    ILogger<CallReads> logger)
{
    /// <summary>One call.</summary>
    public async Task<Thing> GetAsync(CallId id, Actor reader)
    {
        if (await things.ViewAsync(id.Stream, null) is not { } found)
            return ThingReads.NotFound;
        return await MayReadAsync(id, reader)
            ? new Thing(null, (await FillAsync([found.View], reader))[0], found.Version)
            : ThingReads.NotYours;
    }

    /// <summary>The events of one call after a position; see <see cref="ThingReads.TrailAsync"/>.</summary>
    public async Task<ThingPage> TrailAsync(CallId id, JournalPosition after, int limit, bool lines, Actor reader)
    {
        if (await things.ViewAsync(id.Stream, null) is null)
            return new ThingPage(ThingReads.NotFound.Refusal, [], null);
        return await MayReadAsync(id, reader)
            ? await things.EventsAsync(id.Stream, after, limit, lines)
            : new ThingPage(ThingReads.NotYours.Refusal, [], null);
    }

    /// <summary>A page of calls, newest received first.</summary>
    public async Task<ThingPage> ListAsync(CallFilter filter, Actor reader)
    {
        if (!Cursor.TryRead(filter.Cursor, out var after))
            return Cursor.Refused();
        var rows = await queries.ListAsync(new ListQuery(StreamKind.Call, filter.Limit + 1)
        {
            // Open as CallViews says it: these are few, and found by themselves.
            Open = filter.Status is { } asked ? asked != CallStatus.Disposed : null,
            Status = (short?)filter.Status,
            Text = filter.Text,
            From = filter.From,
            To = filter.To,
            After = after,
            AllKeys = [.. KeysOf(filter)],
        });
        return await things.PageAsync(rows, filter.Limit, calls => FillAsync(calls, reader));
    }

    /// <summary>A page of calls whose caller's number ends with some digits, newest received first.</summary>
    public async Task<ThingPage> FindByNumberAsync(string digits, int limit, string? cursor, Actor reader)
    {
        if (!PersonalData.SeesAll(reader))
            return new ThingPage(new Refusal(RefusalCode.Forbidden, "The role may not see callers' numbers."), [], null);
        if (!Cursor.TryRead(cursor, out var after))
            return Cursor.Refused();
        var rows = await queries.ListAsync(new ListQuery(StreamKind.Call, limit + 1)
        {
            NumberEnd = digits,
            NumberMin = CallerDigits.LocalMin,
            After = after,
        });
        LogFound(reader.Subject, reader.Role, digits.Length, Math.Min(rows.Count, limit));
        return await things.PageAsync(rows, limit, calls => FillAsync(calls, reader));
    }

    // Who may read calls at all may read each of them; a station has those that a directive to it is about.
    private async Task<bool> MayReadAsync(CallId id, Actor reader) => reader.Role != Roles.Station
        || (reader.Station is { } own && await involvement.ConcernAsync(id, own, time.GetUtcNow()));

    private static IEnumerable<string> KeysOf(CallFilter filter)
    {
        if (filter.Talking)
            yield return CallListing.Talking;
        if (filter.Incident is { } incident)
            yield return CallListing.Incident(incident);
        if (filter.Disposition is { } disposition)
            yield return CallListing.Disposition(disposition);
    }

    private async Task<IReadOnlyList<string>> FillAsync(IReadOnlyList<string> calls, Actor reader)
    {
        if (!PersonalData.SeesAll(reader) || calls.Count == 0)
            return calls;
        var parsed = calls.Select(TocsinJson.Read<CallView>).ToList();
        var numbers = await personal.OfAsync([.. parsed.Select(v => v.Id.Stream)]);
        return [.. parsed.Select((view, i) =>
            PersonalData.Text(numbers, view.Id.Stream) is { } number ? TocsinJson.Write(view with { CallerNumber = number }) : calls[i])];
    }

    [LoggerMessage(2631, LogLevel.Information,
        "{Subject} ({Role}) looked for calls by {Digits} digits of a caller's number; {Count} were shown")]
    private partial void LogFound(string subject, string role, int digits, int count);
}
