using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Faults.Versions;

/// <summary>The build of an older commit.</summary>
internal static class OldBuild
{
    /// <summary>
    /// The last commit whose processes do not tell each other what they read (<c>Grains.Interfaces/Versions/BaselineKinds.cs</c>).
    /// </summary>
    public const string Commit = "6c233d3";

    /// <summary>Builds it, unless it is there.</summary>
    /// <exception cref="NotPermittedException">This checkout does not have the commit.</exception>
    public static async Task<ServerBuild> MakeAsync()
    {
        var commit = await FindAsync();
        return await ProductBuilder.MakeAsync(
            commit,
            Commit,
            folder => GitAsync("worktree", "add", "--detach", folder, commit),
            async folder =>
            {
                if (Directory.Exists(folder))
                    await GitAsync("worktree", "remove", "--force", folder);
                await GitAsync("worktree", "prune");
            });
    }

    private static async Task<string> FindAsync()
    {
        try
        {
            return await GitAsync("rev-parse", "--verify", "--quiet", Commit + "^{commit}");
        }
        catch (InvalidOperationException e)
        {
            throw new NotPermittedException($"This checkout does not have the commit {Commit}: fetch the whole history.", e);
        }
    }

    private static Task<string> GitAsync(params string[] arguments) => ProductBuilder.RunAsync("git", ["-C", Checkout.Root, .. arguments]);
}
