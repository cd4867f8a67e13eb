using Tocsin.Clocks;
using Tocsin.Directives;
using Tocsin.Places;
using Tocsin.Quality;

namespace Tocsin.Tests.Rules.Deciding;

/// <summary>Parts of the samples.</summary>
public partial class CodecTests
{
    private static TimingPolicy Timing => new(
        "p",
        3,
        [
            new TimingLimit(ClockStage.Arrive, 1, AreaClass.City, ClockFrom.EnRoute, 300, 240, [300, 600]),
            new TimingLimit(ClockStage.Answer, null, null, null, 20, null, []),
        ],
        EscalationPlan.Default);

    private static ReviewFacts Review => new(
        70, [new ReviewPoint("name", false)], ["n"], ReviewVerdict.Returned, ["location"], "li", DirectiveId.Of("d1"));
}
