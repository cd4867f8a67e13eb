namespace Tocsin.Hosting;

/// <summary>What holds for the host of every process of ours.</summary>
public static class HostSettings
{
    /// <summary>
    /// On every command line: settings are read once, at the start. To watch their files means to watch the whole folder that they are in, with a thread that
    /// is told of whatever happens there.
    /// </summary>
    public const string NothingIsReloaded = "--hostBuilder:reloadConfigOnChange=false";
}
