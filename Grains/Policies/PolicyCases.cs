using Tocsin.StreamKinds;

namespace Tocsin.Policies;

/// <summary>The use cases of a timing policy.</summary>
internal static class PolicyCases
{
    /// <summary>The table.</summary>
    public static UseCases Table { get; } = new(typeof(PolicyCommand),
    [
        UseCase.Of<SetPolicy>((own, command, states, context) => PolicyRules.Set((PolicyState)states.All[own], command, context)) with
        {
            MayComeFirst = true,
            Creates = true,
        },
    ]);
}
