#!/usr/bin/env bash
# One handler that throws ends a subscription without a word: the client stays connected and gets nothing more.
#
# One would guess: an exception in MQTTnet's ApplicationMessageReceivedAsync is logged, the message is acknowledged or sent
#   again, and the others come in their order; if anything breaks, DisconnectedAsync tells.
# What happens: the message is not acknowledged, and MQTT brokers do not send again within a connection. Each such message keeps
#   its place among the broker's messages in flight (mosquitto: 20). When these are used up the broker sends nothing more, though
#   all that follows could be read. No event, IsConnected stays true, pings are answered, publishers get their acknowledgements.
#   Where one in ten throws it takes some hundred messages, the last of them out of order, and most of the rest are lost.
# Seen with: MQTTnet 5.2.0.1603, mosquitto 2.0.11 (Debian 12). Needs: mosquitto, .NET SDK 10.
# Why it matters: a phone with a body that we cannot read (a `waypoint`, an encrypted one) is enough, some hundreds of times.
#   All cars then stand still on the map, and the line counts as connected.
# A product must: catch everything in the handler, count it, and return normally (so that it is acknowledged); alarm on
#   silence of a line, not only on its connection.
set -euo pipefail
work=$(mktemp -d)
port=$((20000 + RANDOM % 12000))
pid=
trap 'if [ -n "$pid" ]; then kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; fi; rm -rf "$work"' EXIT
printf 'listener %s 127.0.0.1\nallow_anonymous true\n' "$port" >"$work/mosquitto.conf"
PATH=$PATH:/usr/sbin
mosquitto -c "$work/mosquitto.conf" >"$work/log" 2>&1 &
pid=$!
cd "$work"
cat >app.csproj <<'END'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="MQTTnet" Version="[5.2.0.1603]" />
  </ItemGroup>
</Project>
END
cat >Program.cs <<'END'
using System.Buffers;
using System.Text;
using MQTTnet;
using MQTTnet.Protocol;

var factory = new MqttClientFactory();
Console.WriteLine($"MQTTnet {typeof(MqttClientFactory).Assembly.GetName().Version}");
await Try("all can be read", _ => true);
await Try("one in ten throws", n => n % 10 != 0);
await Try("the first hundred throw", n => n > 100);

async Task Try(string what, Func<int, bool> readable)
{
    var seen = new List<int>();
    var disconnected = false;
    using var gateway = factory.CreateMqttClient();
    gateway.ApplicationMessageReceivedAsync += e =>
    {
        var n = int.Parse(Encoding.UTF8.GetString(e.ApplicationMessage.Payload.ToArray()));
        seen.Add(n);
        return readable(n) ? Task.CompletedTask : throw new FormatException("not a position");
    };
    gateway.DisconnectedAsync += _ =>
    {
        disconnected = true;
        return Task.CompletedTask;
    };
    await gateway.ConnectAsync(Options("gateway"));
    await gateway.SubscribeAsync("positions", MqttQualityOfServiceLevel.AtLeastOnce);
    using var phone = factory.CreateMqttClient();
    await phone.ConnectAsync(Options("phone"));
    var acknowledged = 0;
    for (var n = 1; n <= 1000; n++)
        acknowledged += (await phone.PublishStringAsync("positions", $"{n}", MqttQualityOfServiceLevel.AtLeastOnce)).IsSuccess ? 1 : 0;
    await Task.Delay(8000);
    await gateway.PingAsync();
    var (bad, good) = (seen.Count(n => !readable(n)), seen.Count(readable));
    var got = $"got {(seen.Count == 1000 ? "all" : "some")}, in order {seen.SequenceEqual(seen.Order())}";
    Console.WriteLine($"{what}: acknowledged to the phone {acknowledged}, {(bad == 20 ? $"thrown {bad}, got {good} after that" : got)}");
    Console.WriteLine($"  told of a disconnection {disconnected}, connected {gateway.IsConnected}");
    await phone.DisconnectAsync();
    await gateway.DisconnectAsync();
}

MqttClientOptions Options(string id) =>
    factory.CreateClientOptionsBuilder().WithTcpServer("127.0.0.1", int.Parse(args[0])).WithClientId(id).Build();
END
cat >expected <<'END'
MQTTnet 5.2.0.1603
all can be read: acknowledged to the phone 1000, got all, in order True
  told of a disconnection False, connected True
one in ten throws: acknowledged to the phone 1000, got some, in order False
  told of a disconnection False, connected True
the first hundred throw: acknowledged to the phone 1000, thrown 20, got 0 after that
  told of a disconnection False, connected True
END
grep -q 'mosquitto version 2.0.11 ' "$work/log" || { echo "another mosquitto" >&2; exit 1; }
timeout 110 dotnet run -v q -- "$port" >seen
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
