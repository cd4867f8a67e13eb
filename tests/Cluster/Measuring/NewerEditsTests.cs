using Tocsin.Tests.Faults.Versions;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.Cluster.Measuring;

/// <summary>The newer build of <c>tests/Faults -- versions</c> can be made of the product as it is now.</summary>
public sealed class NewerEditsTests : IDisposable
{
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("tocsin-newer-");

    public void Dispose() => _copy.Delete(recursive: true);

    [Fact]
    public async Task Every_edit_finds_its_one_place()
    {
        foreach (var file in NewerEdits.Files)
        {
            var path = Path.Combine(_copy.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(Path.Combine(Checkout.Root, file), path);
        }

        await NewerEdits.ApplyAsync(_copy.FullName);

        foreach (var file in NewerEdits.Files)
        {
            var before = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, file));
            Assert.NotEqual(before, await File.ReadAllTextAsync(Path.Combine(_copy.FullName, file)));
        }
    }
}
