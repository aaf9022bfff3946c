-- Posts inquiries, each of its own person and with its own key. Arguments: json <mark> | form <file with tokens>
local number = 0
local tokens = {}
local mark = ""
local form = false

local words = "My neck has hurt for a year and the pain runs down my left arm to the thumb. Physical therapy helped a "
  .. "little. My doctor said that foraminotomy might be an option. How long would I be away from work?"

function init(arguments)
  form = arguments[1] == "form"
  if form then
    for line in io.lines(arguments[2]) do tokens[#tokens + 1] = line end
  else
    mark = arguments[2]
  end
end

function request()
  number = number + 1
  if form then
    local token = tokens[number] or tokens[#tokens] -- used twice is answered, and counted, as the same inquiry
    return wrk.format("POST", "/inquiries", { ["Content-Type"] = "application/x-www-form-urlencoded" },
      "kind=considering-procedure&procedure=foraminotomy&region=neck&name=Ana+Ruiz&email=ana" .. number
      .. "%40example.com&phone=310-555-0112&preferredContact=phone&preferredLanguage=en&consentToEmail=true&message="
      .. words:gsub(" ", "+") .. "&submission=" .. token)
  end
  return wrk.format("POST", "/api/inquiries",
    { ["Content-Type"] = "application/json", ["Idempotency-Key"] = mark .. number },
    '{"kind":"considering-procedure","procedure":"foraminotomy","region":"neck","name":"Ana Ruiz","email":"ana'
    .. number .. '@example.com","phone":"310-555-0112","preferredContact":"phone","preferredLanguage":"en","message":"'
    .. words .. '","consentToEmail":true}')
end

function done(summary, latency)
  io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.duration, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
