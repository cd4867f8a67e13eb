using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Stations;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Directives;

/// <summary>The ids and the short commands of the specifications of directives.</summary>
internal static class Orders
{
    public static readonly DirectiveId D = DirectiveId.Of("dir-1");

    /// <summary>One that hangs on incident A in the morning of a random day.</summary>
    public static readonly DirectiveId Attached = DirectiveId.Of("dir-a");

    /// <summary>One that tells the station north to handle incident B in the morning of a random day.</summary>
    public static readonly DirectiveId Told = DirectiveId.Of("dir-b");

    public static readonly StationId North = StationId.Of("north");

    public static readonly DirectiveTo ToNorth = new(North, null, null);

    public static readonly DirectiveTo ToSouth = new(StationId.Of("south"), null, null);

    public static readonly DirectiveTo ToUnit = new(null, One, null);

    public static readonly IssueDirectives Order = new(
        [ToNorth], "verify", "核查监控", null, [], [], null, null, null, [], false, false, null, null);

    /// <summary>The same on incident A.</summary>
    public static readonly IssueDirectives OnIncident =
        Order with { IncidentId = A, Limits = new DirectiveClockLimits(60, null, 100, 300) };

    /// <summary>One on incident A to handle it: to be signed for within 30 s and sent on within 60 s.</summary>
    public static readonly IssueDirectives Handle =
        Order with { Kind = DirectiveKinds.Handle, IncidentId = A, Limits = new DirectiveClockLimits(30, 60, null, null) };

    /// <summary>A centre with the station north and the unit P1 of it.</summary>
    public static Centre Manned()
    {
        var centre = Ready();
        Done(centre.Do(North, new RegisterStation("North", null, null, null)));
        return centre;
    }

    /// <summary>A centre in which D stands at a status, a minute for each step.</summary>
    public static Centre At(DirectiveStatus status, IssueDirectives? order = null)
    {
        var centre = Manned();
        Done(centre.Do(D, order ?? Order));
        Later(centre);
        if (status is DirectiveStatus.Signed or DirectiveStatus.Reported or DirectiveStatus.Concluded)
            Step(new SignDirective(null, null, null));
        if (status is DirectiveStatus.Reported or DirectiveStatus.Concluded)
            Step(Report());
        if (status == DirectiveStatus.Concluded)
            Step(Conclusion());
        if (status == DirectiveStatus.Withdrawn)
            Step(Withdrawal());
        if (status == DirectiveStatus.Refused)
            Step(Refusal());
        return centre;

        void Step(DirectiveCommand command)
        {
            Done(centre.Do(D, command));
            Later(centre);
        }
    }

    public static SignDirective Signature(DateTimeOffset? at = null) => new(null, null, at);

    public static ReportOnDirective Report(
        string outcome = "done", bool final = true, DateTimeOffset? nextAt = null, DateTimeOffset? at = null) =>
        new(outcome, null, new Dictionary<string, double>(), final, nextAt, null, null, at);

    public static SendOnDirective Sending(params UnitId[] units) => new(units, AssignMode.All, null);

    public static ConcludeDirective Conclusion() => new("good", null, null);

    public static WithdrawDirective Withdrawal() => new("settled", null);

    public static RefuseDirective Refusal() => new("not here", null);

    public static ReturnDirective Return(int? limitSeconds = null, DateTimeOffset? at = null) =>
        new("no place", ["location"], limitSeconds, at);

    public static DirectiveStatus Status(Centre centre) => centre.View(D).Status;

    /// <summary>Lets the clocks fire up to so many seconds after the start.</summary>
    public static void Until(Centre centre, double seconds)
    {
        var end = Centre.Start.AddSeconds(seconds);
        while (centre.State(D.Stream).DueAt is { } due && due <= end)
        {
            centre.Now = due > centre.Now ? due : centre.Now;
            Done(centre.Do(D, FireDirectiveClocks.Instance, Actor.System));
        }

        centre.Now = end;
    }

    public static string[] Events(Decision decision) => [.. decision.Events.Select(e => e.Event.GetType().Name)];
}
