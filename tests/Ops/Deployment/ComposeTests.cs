using System.Text.RegularExpressions;
using Tocsin.Tests.Ops.Tools;
using Tocsin.Tests.Support.Processes;
using YamlDotNet.Serialization;

namespace Tocsin.Tests.Ops.Deployment;

/// <summary>The compose file, as far as it can be judged without an engine: by its schema, and by what it names.</summary>
public sealed partial class ComposeTests
{
    private static readonly string[] Ours = ["tocsin/silo", "tocsin/gateway"];

    [Fact]
    public async Task What_is_wrong_is_found()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            (await File.ReadAllTextAsync(ComposeFile.FilePath)).Replace("restart: always", "restrat: always", StringComparison.Ordinal));
        var (code, errors) = await NodeTool.RunAsync("compose-schema.mjs", [file]);
        File.Delete(file);
        Assert.Equal(1, code);
        Assert.Contains("/services/silo-1: must NOT have additional properties: restrat", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_may_do_more_than_it_needs()
    {
        var compose = await ComposeFile.ReadAsync();
        Assert.All(compose.Services, s =>
        {
            Assert.Equal("true", s.Service["read_only"]?.ToString());
            Assert.Contains("no-new-privileges:true", ComposeFile.List(s.Service, "security_opt"));
            Assert.Equal(["ALL"], ComposeFile.List(s.Service, "cap_drop"));
            Assert.Matches("^[1-9][0-9]*:[1-9][0-9]*$", s.Service["user"]?.ToString());
            Assert.NotNull(s.Service["deploy"]?["resources"]?["limits"]?["memory"]);
            Assert.Equal(s.Name == "migrations" ? "on-failure" : "always", s.Service["restart"]?.ToString());
            Assert.Matches(@"^[a-z/-]+:v?[0-9.]+$", s.Service["image"]?.ToString());
        });
        Assert.Equal(
            ["gateway-1", "gateway-2", "migrations", "postgres", "postgres-exporter", "silo-1", "silo-2", "silo-3"],
            compose.Services
                .Where(s => ComposeFile.List(s.Service, "networks").Contains("database"))
                .Select(s => s.Name)
                .Order(StringComparer.Ordinal));
        Assert.All(
            ["database", "cluster", "watch"], network => Assert.Equal("true", compose.Root["networks"]![network]!["internal"]?.ToString()));
    }

    [Fact]
    public async Task Our_images_are_of_this_version_and_are_told_only_what_they_know()
    {
        var compose = await ComposeFile.ReadAsync();
        var version = Version()
            .Match(await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "Directory.Build.props"), TestContext.Current.CancellationToken))
            .Groups[1].Value;
        var ours = compose.Services.Where(s => Ours.Any(o => s.Service["image"]!.ToString().StartsWith(o, StringComparison.Ordinal)))
            .ToList();
        Assert.All(ours, s =>
        {
            Assert.EndsWith(":" + version, s.Service["image"]!.ToString(), StringComparison.Ordinal);
            Assert.All(ComposeFile.Environment(s.Service).Keys, key => Assert.True(KnownKeys.Has(key), $"{s.Name}: nobody reads {key}."));
        });
        // At the addresses at which they listen they are asked whether they are ready, and reached by others.
        Assert.All(ours.Where(s => s.Service.ContainsKey("healthcheck")), s =>
        {
            var port = PlainPort().Match(ComposeFile.Environment(s.Service)["ASPNETCORE_URLS"]).Groups[1].Value;
            Assert.Contains(
                $"/dev/tcp/127.0.0.1/{port} ",
                s.Service["healthcheck"]!["test"]!.ToJsonString(
                    new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
                StringComparison.Ordinal);
            Assert.Contains(port, ComposeFile.List(s.Service, "expose"));
        });
        Assert.False(KnownKeys.Has("Tocsin__Tls__CertficateFile"));
    }

    [Fact]
    public async Task A_silo_is_reached_by_a_name_that_only_the_clusters_network_has()
    {
        var compose = await ComposeFile.ReadAsync();
        var silos = compose.Services.Where(s => s.Name.StartsWith("silo-", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, silos.Count);
        Assert.All(
            silos,
            s => Assert.Equal(
                [ComposeFile.Environment(s.Service)["Tocsin__AdvertisedAddress"]],
                s.Service["networks"]!["cluster"]!["aliases"]!.AsArray().Select(a => a!.ToString())));
    }

    [Fact]
    public async Task Every_file_that_is_mounted_is_here_and_every_secret_is_made()
    {
        var compose = await ComposeFile.ReadAsync();
        Assert.All(compose.Services.SelectMany(s => ComposeFile.List(s.Service, "volumes")).Where(v => v.StartsWith('.')), volume =>
            Assert.True(Path.Exists(Path.Combine(Checkout.Root, "ops", volume.Split(':')[0])), $"{volume} is not here."));

        var folder = Directory.CreateTempSubdirectory("tocsin-secrets-").FullName;
        await using var make = ToolRun.Start(Path.Combine(Checkout.Root, "ops/secrets"), [folder, "dispatch.example"]);
        var (exit, output) = await make.EndAsync();
        Assert.True(exit == 0, output);
        var made = Directory.GetFiles(folder).Select(Path.GetFileName).ToHashSet();
        Directory.Delete(folder, recursive: true);
        var declared = compose.Root["secrets"]!.AsObject()
            .Select(s => (Name: s.Key, File: Path.GetFileName(s.Value!["file"]!.ToString())))
            .ToList();
        Assert.All(declared, s => Assert.True(made.Contains(s.File) || s.File == "probe.token", $"Nobody makes {s.File}."));
        Assert.All(
            compose.Services.SelectMany(s => ComposeFile.List(s.Service, "secrets").Select(n => (s.Name, Secret: n))),
            s => Assert.Contains(s.Secret, declared.Select(d => d.Name)));
        // What a service is told to read of its secrets it has been given.
        Assert.All(compose.Services, s => Assert.All(
            Secret().Matches(s.Service.ToJsonString()).Select(m => m.Groups[1].Value),
            file => Assert.Contains(file, ComposeFile.List(s.Service, "secrets"))));
    }

    [Fact]
    public async Task Prometheus_finds_each_target_where_a_service_serves()
    {
        var compose = await ComposeFile.ReadAsync();
        var services = compose.Services.ToDictionary(s => s.Name, s => s.Service);
        var folder = Path.Combine(Checkout.Root, "ops/prometheus");
        Assert.Equal(Names("targets"), Names("targets-compose"));
        var targets = Directory.GetFiles(Path.Combine(folder, "targets-compose")).SelectMany(f => new DeserializerBuilder().Build()
            .Deserialize<List<Dictionary<string, List<string>>>>(File.ReadAllText(f)).SelectMany(t => t["targets"])).ToList();
        Assert.All(targets, target =>
        {
            var (name, port) = (target.Split(':')[0], target.Split(':')[1]);
            Assert.Contains(port, ComposeFile.List(services[name], "expose"));
            Assert.Contains("watch", ComposeFile.List(services[name], "networks"));
        });
        Assert.Equal(
            ["gateway-1", "gateway-2", "silo-1", "silo-2", "silo-3"],
            targets
                .Select(t => t.Split(':')[0])
                .Where(n => n.Contains('-', StringComparison.Ordinal) && char.IsDigit(n[^1]))
                .Order(StringComparer.Ordinal));

        IEnumerable<string?> Names(string list) => Directory.GetFiles(Path.Combine(folder, list))
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal);
    }

    [GeneratedRegex("<VersionPrefix>(.*)</VersionPrefix>")]
    private static partial Regex Version();

    [GeneratedRegex("http://0.0.0.0:([0-9]+)")]
    private static partial Regex PlainPort();

    [GeneratedRegex("/run/secrets/([a-z_.]+)")]
    private static partial Regex Secret();
}
