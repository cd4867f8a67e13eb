using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Directives;

/// <summary>The example of a directive in the OpenAPI document: a station is asked about a camera.</summary>
internal static class DirectiveExamples
{
    /// <summary>The directive.</summary>
    public static readonly DirectiveId Id = DirectiveId.Of("5d1e90a7c3b84f26a8e07c52d96b13f4");

    /// <summary>Another one.</summary>
    public static readonly DirectiveId OtherId = DirectiveId.Of("c7a40b16e52d4983b1f6082e7d3c95a0");

    private static readonly DateTimeOffset IssuedAt = ExampleScene.ReceivedAt.AddMinutes(3);

    /// <summary>The directive, signed for.</summary>
    public static DirectiveView Directive => new(
        Id,
        "Z260131-0007",
        Id,
        "verify",
        DirectiveStatus.Signed,
        new DirectiveTo(StationId.Of(ExampleScene.Station), null, null),
        new DirectiveFrom("wang", Roles.Dispatcher, null),
        "Find out whether the shop has a camera.",
        IncidentId: null,
        CallId: null,
        DeploymentId: null,
        PostId: null,
        new Location(36.53, 113.05, "太行路 12 号"),
        Parties: [],
        Equipment: ["body camera"],
        Cautions: [],
        Fields: [],
        IssuedAt,
        IssuedAt.AddSeconds(25),
        "0417",
        SentAt: null,
        ReportedAt: null,
        OverAt: null,
        ValidUntil: null,
        NextAt: null,
        Outcome: null,
        Returns: [],
        Reports: [],
        ReportCount: 0,
        Receipt: null,
        Replaces: null,
        Shared: false,
        Exercise: false,
        Historic: false,
        [
            new ClockView(
                ClockStage.Sign,
                null,
                ClockState.Met,
                IssuedAt,
                null,
                IssuedAt.AddSeconds(60),
                IssuedAt.AddSeconds(25),
                null,
                false,
                null,
                null,
                null),
        ],
        Version: 2);

    /// <summary>What issuing answers with.</summary>
    public static DirectiveGroup Group => new(Id, [Directive]);
}
