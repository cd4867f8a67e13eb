using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.StreamKinds;

namespace Tocsin.Policies;

/// <summary>The use cases of a setting. A setting always exists: the first choice is a 200 as any other.</summary>
internal static class SettingCases
{
    /// <summary>The table.</summary>
    public static UseCases Table { get; } = new(typeof(SettingCommand),
    [
        UseCase.Of<ChoosePolicy>(
            (own, command, states, context) => SettingRules.Choose((SettingState)states.All[own], command, context),
            facts: FactsOfChoiceAsync) with
        {
            MayComeFirst = true,
        },
        UseCase.Of<SetClosing>(
            (own, command, states, context) => ClosingSetting.Decide((SettingState)states.All[own], command, context)) with
        {
            MayComeFirst = true,
        },
        UseCase.Of<SetCallBacks>(
            (own, command, states, context) => CallBackSetting.Decide((SettingState)states.All[own], command, context)) with
        {
            MayComeFirst = true,
        },
        UseCase.Of<BlockSubject>(
            (own, command, states, context) => BlockingRules.Block((SettingState)states.All[own], command, context)) with
        {
            MayComeFirst = true,
        },
        UseCase.Of<UnblockSubject>(
            (own, command, states, context) => BlockingRules.Unblock((SettingState)states.All[own], command, context)) with
        {
            MayComeFirst = true,
        },
    ]);

    private static async ValueTask<DecisionContext> FactsOfChoiceAsync(
        IFacts facts, StreamId own, ChoosePolicy command, StateSet states, DecisionContext context) => command.Name is { } name
            ? context with { Exists = await facts.Service<PolicyCatalogue>().FindAsync(name) is not null }
            : context;
}
