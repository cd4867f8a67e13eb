namespace Tocsin.Hosting;

/// <summary>Which grains the silos of the cluster have, as far as this process was told.</summary>
internal static class ClusterGrains
{
    /// <summary>Whether some silo has told its grains by now.</summary>
    /// <param name="services">The gateway's services; without Orleans among them nothing is ever known.</param>
    public static Func<bool> AreKnownTo(IServiceProvider services) =>
        () => services.GetService<IClusterManifestProvider>() is { Current: { } manifest }
            && manifest.Silos.Values.Any(silo => silo.Grains.Count > 0);
}
