using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tocsin.Hosting;
using Tocsin.Journal.Sqlite;
using Tocsin.Secrets;
using Tocsin.Settings;

namespace Tocsin.SignIn;

/// <summary>Development sign-in: its key, and what a start with it must fulfil.</summary>
internal static class DevSignInSetup
{
    private const string Endpoints = "Kestrel:Endpoints";

    /// <summary>Adds it, if it is on.</summary>
    /// <exception cref="MisconfigurationException">
    /// The key cannot be read, or the embedded gateway would listen to other machines.
    /// </exception>
    public static void AddDevSignIn(this WebApplicationBuilder builder, GatewayOptions options)
    {
        if (!options.DevTokensAllowed)
            return;
        if (options.Mode == RunMode.Embedded)
            RequireLoopback(builder.Configuration);
        if (options.DevKeyFile is { } file)
            builder.Services.AddSingleton(new DevKey(DevKeyFile.Read(file), file));
        else if (options.Mode == RunMode.Embedded)
            builder.Services.AddSingleton<DevKey>(OwnKey);
        else
            throw new MisconfigurationException(DevKeyFile.Key, "must name a file with a key: Tocsin:DevTokens is true");
        builder.Services.TryAddSingleton(Terminal.OfProcess());
        builder.Services.AddHostedService<DevSignInNotice>();
    }

    private static DevKey OwnKey(IServiceProvider services)
    {
        var directory = services.GetRequiredService<DataDirectory>();
        return new DevKey(DevKeyFile.ReadOrMake(directory), DevKeyFile.PathIn(directory.Path));
    }

    // Kestrel's own endpoints take the place of the addresses.
    private static void RequireLoopback(ConfigurationManager configuration)
    {
        var endpoints = configuration.GetSection(Endpoints).GetChildren().Select(e => (Key: e.Path + ":Url", Value: e["Url"])).ToList();
        var addresses = (configuration[WebHostDefaults.ServerUrlsKey] ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(a => (Key: "--urls", Value: (string?)a));
        foreach (var (key, value) in endpoints.Count > 0 ? endpoints : addresses)
        {
            if (value is not null && !IsLoopback(value))
            {
                throw new MisconfigurationException(
                    key,
                    "must be an address of this machine alone, such as http://127.0.0.1:5080, while development sign-in is on: set "
                    + "Tocsin:Jwt:Authority, or Tocsin:DevTokens=false");
            }
        }
    }

    // Kestrel listens everywhere for any name but localhost.
    private static bool IsLoopback(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            return parsed.IsUnixPipe
                || parsed.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(parsed.Host, out var ip) && IPAddress.IsLoopback(ip));
        }
        catch (FormatException)
        {
            // Kestrel says what is wrong with it.
            return true;
        }
    }
}
