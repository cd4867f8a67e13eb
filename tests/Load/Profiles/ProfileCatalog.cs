using Tocsin.Tests.Load.Days;

namespace Tocsin.Tests.Load.Profiles;

/// <summary>The profiles that can be asked for by name.</summary>
public static class ProfileCatalog
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<LoadProfile> All { get; } = [County.Profile, CityPeak.Profile, MegaStorm.Profile, Nation.Profile];

    /// <summary>What <c>profile</c> can be asked for: these, and a real day.</summary>
    public static IReadOnlyList<LoadProfile> Asked { get; } = [.. All, NewYear.Profile];

    /// <summary>The one called <paramref name="name"/>, null when there is none.</summary>
    public static LoadProfile? Find(string name) => All.FirstOrDefault(p => p.Name == name);
}
