using System.Text;
using System.Text.Json;
using Tocsin.Tests.Support.Processes;

namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>Somebody who talks to a gateway.</summary>
internal sealed class Person(TestGateway gateway, string? token)
{
    public Task<Reply> Get(string path, params (string Name, string Value)[] headers) => Send("GET", path, null, headers);

    public Task<Reply> Post(string path, object? body, params (string Name, string Value)[] headers) => Send("POST", path, body, headers);

    public Task<Reply> Put(string path, object? body, params (string Name, string Value)[] headers) => Send("PUT", path, body, headers);

    public Task<Reply> Patch(string path, object? body, params (string Name, string Value)[] headers) => Send("PATCH", path, body, headers);

    public Task<Reply> Delete(string path, params (string Name, string Value)[] headers) => Send("DELETE", path, null, headers);

    /// <summary>Opens a stream, and hangs up when its head has come.</summary>
    public async Task<Reply> Open(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1" + path);
        using var response = await gateway.Send(request, token, HttpCompletionOption.ResponseHeadersRead);
        return response.IsSuccessStatusCode
            ? new Reply((int)response.StatusCode, "", response.Headers, response.Content.Headers)
            : await Reply.Of(response);
    }

    /// <summary>Sends a body: text and bytes as they are, anything else as JSON.</summary>
    public async Task<Reply> Send(string method, string path, object? body, params (string Name, string Value)[] headers)
    {
        var isDev = path.StartsWith("/dev", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(method), isDev ? path : "/api/v1" + path);
        if (isDev && headers.All(h => h.Name != DevSignIn.Header))
            request.Headers.Add(DevSignIn.Header, DevSignIn.Key);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body switch
            {
                byte[] bytes => bytes,
                string text => Encoding.UTF8.GetBytes(text),
                _ => JsonSerializer.SerializeToUtf8Bytes(body),
            });
            request.Content.Headers.ContentType = new("application/json");
        }
        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type")
                request.Content!.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(value);
            else if (name.StartsWith("Content-", StringComparison.Ordinal))
                request.Content!.Headers.TryAddWithoutValidation(name, value);
            else
                request.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await gateway.Send(request, token);
        return await Reply.Of(response);
    }
}
