using Tocsin.Identity;

namespace Tocsin.Policies;

/// <summary>The timing policy that is chosen for new incidents and calls.</summary>
/// <param name="Name">The name of the chosen policy; null when none is.</param>
/// <param name="Version">The number of times that a choice was made; 0 before the first.</param>
/// <param name="BuiltIn">
/// Whether nothing but the built-in limits on <c>assign</c> (<c>Tocsin:Unattended</c>) holds, because no policy is chosen.
/// </param>
public sealed record ChoiceView(PolicyId? Name, int Version, bool BuiltIn);
