using Tocsin.Identity;

namespace Tocsin.Policies;

/// <summary>The timing policy that is chosen for what comes.</summary>
/// <param name="Name">Which; null: none.</param>
/// <param name="Version">How often it was chosen.</param>
public sealed record ChoiceView(PolicyId? Name, int Version);
