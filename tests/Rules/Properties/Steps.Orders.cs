using CsCheck;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;
using Tocsin.Tests.Rules.Directives;

namespace Tocsin.Tests.Rules.Properties;

// Commands that take many values. No values of their own: those of the other page would not be there yet.
internal static partial class Steps
{
    private static Func<DateTimeOffset, object> Operation(string kind, int tasks, int number, int? offset) => now => new OpenOperation(
        "why",
        Orders.North,
        [],
        [
            .. Enumerable.Range(0, tasks).Select(i => Orders.Order with
            {
                To = [i % 2 == 0 ? Orders.ToNorth : Orders.ToUnit],
                Kind = kind,
                Limits = Limits,
                ValidUntil = kind == DirectiveKinds.LookOut ? now.AddSeconds(200) : null,
            }),
        ],
        DirectiveId.Of(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"task-{number}")),
        offset is { } o ? now.AddSeconds(o) : null);

    private static Func<DateTimeOffset, object> Issue(
        IReadOnlyList<DirectiveTo> to,
        string kind,
        DirectiveClockLimits? limits,
        int validSeconds,
        bool autoConclude,
        (IncidentId? Incident, CallId? Call) affair,
        int? offset) =>
        now => Orders.Order with
        {
            To = to,
            Kind = kind,
            Limits = limits,
            ValidUntil = kind == DirectiveKinds.LookOut ? now.AddSeconds(validSeconds) + Crumb : null,
            AutoConclude = autoConclude,
            IncidentId = affair.Incident,
            CallId = affair.Call,
            NextAt = kind == DirectiveKinds.FollowUp ? now.AddSeconds(validSeconds) + Crumb : null,
            OccurredAt = offset is { } seconds ? now.AddSeconds(seconds) : null,
        };

    private static Func<DateTimeOffset, object> ReportOn(string outcome, bool final, int? next, Location? place, int? offset) =>
        now => new ReportOnDirective(
            outcome,
            null,
            new Dictionary<string, double>(),
            final,
            next is { } seconds ? now.AddSeconds(seconds) + Crumb : null,
            place,
            null,
            offset is { } o ? now.AddSeconds(o) : null);
}
