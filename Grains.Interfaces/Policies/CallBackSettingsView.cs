namespace Tocsin.Policies;

/// <summary>Which callers are to be called back, and how soon.</summary>
/// <param name="Classes">The classes of category of which the callers are asked; none: all of them.</param>
/// <param name="Share">The share of their incidents that is drawn, 0 to 1.</param>
/// <param name="WithinHours">Hours from the closure until the caller is to be asked.</param>
/// <param name="Version">The number of times that this was set; 0 before the first: then no call-back is late.</param>
public sealed record CallBackSettingsView(IReadOnlyList<string> Classes, double Share, double WithinHours, int Version);
