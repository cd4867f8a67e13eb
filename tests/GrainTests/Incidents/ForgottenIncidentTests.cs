using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Tests.GrainTests.Clusters;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.GrainTests.Incidents;

/// <summary>
/// What was open and unattended before there were built-in limits is given them once, whichever silo sees it first, and then has something
/// due.
/// </summary>
public sealed class ForgottenIncidentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_forgotten_is_given_a_limit_once_and_is_due()
    {
        await using var centre = await TestCentre.StartAsync(silos: 3);
        var waiting = await OldAsync(centre, DateTimeOffset.UtcNow.AddDays(-2));
        var historic = await OldAsync(centre, DateTimeOffset.UtcNow.AddDays(-2), historic: true);
        await Until.HoldsAsync(
            "something is due",
            async () => (await centre.Journal.FindAsync(waiting.Stream, Cancellation))?.Entry.DueAt is not null,
            stop: Cancellation);

        // Asked again and by many at once, nothing more is written.
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => centre.DoAsync(
            waiting, new GiveUnattendedLimits(UnattendedLimits.Default), TestCentre.Context(Actor.System))));
        Assert.All(answers, a => Assert.Null(a.Refusal));
        var trail = await centre.Journal.ReadStreamAsync(waiting.Stream, 0, 100, Cancellation);
        Assert.Equal([nameof(IncidentCreated), nameof(UnattendedLimitsGiven)], trail.Select(e => e.Kind));
        Assert.Equal(
            trail[1].OccurredAt.AddSeconds(UnattendedLimits.Default.WarnSeconds(2)!.Value),
            (await centre.Journal.FindAsync(waiting.Stream, Cancellation))!.Entry.DueAt);
        Assert.Single(await centre.Journal.ReadStreamAsync(historic.Stream, 0, 100, Cancellation));
    }

    [Fact]
    public async Task Many_that_ask_at_once_write_it_once()
    {
        await using var centre = await TestCentre.StartAsync(tail: false);
        var incident = await OldAsync(centre, DateTimeOffset.UtcNow.AddHours(-3));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => centre.DoAsync(
            incident, new GiveUnattendedLimits(UnattendedLimits.Default), TestCentre.Context(Actor.System))));
        var trail = await centre.Journal.ReadStreamAsync(incident.Stream, 0, 100, Cancellation);
        Assert.Equal([nameof(IncidentCreated), nameof(UnattendedLimitsGiven)], trail.Select(e => e.Kind));
    }

    // As a version without built-in limits wrote it.
    private static async Task<IncidentId> OldAsync(TestCentre centre, DateTimeOffset at, bool historic = false)
    {
        var id = IncidentId.Of(CommandId.New().Derive(StreamKind.Incident));
        var occurredAt = OccurredAtRule.Cut(at);
        var created = new IncidentCreated(
            $"old-{id.Value[..8]}", null, "theft", 2, null, null, null, null, null, Exercise: false, historic, StationGiven: false);
        var state = IncidentState.Initial(id).Apply(created, occurredAt);
        await centre.Journal.AppendAsync(
            new AppendRequest(
                CommandId.New(),
                TestCentre.Dispatcher,
                centre.Journal.Epoch,
                [new StreamHead(id.Stream, 0, state.ToBoard()) { ListedAt = state.ListedAt }],
                [new PendingEvent(id.Stream, EventCodec.Kind(created), occurredAt, EventCodec.Encode(created))]),
            Cancellation);
        return id;
    }
}
