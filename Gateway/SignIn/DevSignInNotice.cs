using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Tocsin.Settings;

namespace Tocsin.SignIn;

/// <summary>
/// Says at each start that development sign-in is on: on a terminal by the address that signs a browser in, in the log by the name of the
/// file with the key. In a cluster, where it is for tests only, as a warning.
/// </summary>
internal sealed partial class DevSignInNotice(
    IServiceProvider services, GatewayOptions options, IServer server, Terminal terminal, ILogger<DevSignInNotice> logger)
    : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A file that cannot be read stops the start, and not the first sign-in.
        var key = services.GetRequiredService<DevKey>();
        if (options.Mode == RunMode.Embedded)
            LogOn(key.File);
        else
            LogOnInCluster(key.File);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!terminal.IsThere || server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } address)
            return;
        await terminal.Out.WriteLineAsync($"Sign in: {services.GetRequiredService<DevKey>().AddressOf(Here(address))}");
    }

    // A gateway that listens everywhere is asked from this machine.
    private static string Here(string address) =>
        BindingAddress.Parse(address) is { Host: "0.0.0.0" or "[::]" or "*" or "+" } everywhere
            ? $"{everywhere.Scheme}://127.0.0.1:{everywhere.Port}"
            : address;

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        3051,
        LogLevel.Information,
        "Development sign-in is on: with the key in {File} a client on this machine is whoever it says. Tocsin:Jwt:Authority ends that")]
    private partial void LogOn(string file);

    [LoggerMessage(
        3052,
        LogLevel.Warning,
        "Development sign-in is on in a cluster: with the key in {File} a client on this machine is whoever it says. It is for tests only")]
    private partial void LogOnInCluster(string file);
}
